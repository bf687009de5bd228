using System.Text.Json;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

/// <summary>The causes that people report, as one types them; the others the program meets itself.</summary>
internal static class ReportableCauses
{
    private static readonly IncidentCause[] Causes =
    [
        IncidentCause.UnauthorisedDisclosure, IncidentCause.UnauthorisedAccess, IncidentCause.DataLost, IncidentCause.DeviceLost, IncidentCause.DataAltered, IncidentCause.KeyCompromised, IncidentCause.Other,
    ];

    public static string[] All { get; } = [.. Causes.Select(cause => JsonNamingPolicy.KebabCaseLower.ConvertName($"{cause}"))];
}
