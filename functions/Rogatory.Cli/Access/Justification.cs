using System.CommandLine;
using Rogatory.Core.Access;

namespace Rogatory.Cli.Access;

/// <summary>Why an officer reads an item.</summary>
internal static class Justification
{
    public static Option<string> Option(string description) => new("--justification")
    {
        Description = $"{description} {ConsultItem.FewestJustification} to {ConsultItem.MostJustification} characters.", Required = true, HelpName = "TEXT",
    };

    public static string Of(ParseResult line, Option<string> option)
    {
        var justification = line.GetRequiredValue(option).Trim();
        return justification.Length is >= ConsultItem.FewestJustification and <= ConsultItem.MostJustification
            ? justification
            : throw CommandFailedException.Usage($"--justification has {ConsultItem.FewestJustification} to {ConsultItem.MostJustification} characters.");
    }

    // Percent-encoded, since a field holds ASCII only.
    public static void Give(HttpRequestMessage request, string justification) => request.Headers.Add("Rogatory-Justification", Uri.EscapeDataString(justification));
}
