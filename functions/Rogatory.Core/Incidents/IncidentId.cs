using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>An incident's id, such as <c>INC-7K3Q-F2M9-X4TD</c>: <c>INC-</c> and 60 bits as a case id spells them.</summary>
/// <remarks>It is derived from what opened it, so two hosts that see the same thing at once open one incident.</remarks>
[JsonConverter(typeof(IdentifierJsonConverter<IncidentId>))]
public readonly record struct IncidentId : IIdentifier<IncidentId>
{
    private const string Prefix = "INC-";
    private readonly string? text;

    private IncidentId(string text) => this.text = text;

    /// <summary>The name of the incident's own ledger, such as <c>incident-7k3q-f2m9-x4td</c>.</summary>
    public string LedgerName => $"incident-{ToString()[Prefix.Length..].ToLowerInvariant()}";

    /// <summary>
    /// The id of the incident of that number of a cause at a place: the first 60 bits of the SHA-256 of UTF-8 <c>rogatory/v1/incident</c> LF and,
    /// with line feeds between, the cause's word, case, item, partner and officer (empty where there is none), and the number.
    /// </summary>
    public static IncidentId Of(IncidentCause cause, IncidentPlace place, int number)
    {
        ArgumentNullException.ThrowIfNull(place);
        byte[] of = Encoding.UTF8.GetBytes($"rogatory/v1/incident\n{cause}\n{place.Case}\n{place.Item}\n{place.Partner}\n{place.Officer}\n{number}");
        return new IncidentId(Prefix + CaseId.Spell(SHA256.HashData(of)));
    }

    /// <summary>Parses the one spelling.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IncidentId value)
    {
        bool valid = text?.StartsWith(Prefix, StringComparison.Ordinal) == true && CaseId.TryParse(text[Prefix.Length..], out _);
        value = valid ? new IncidentId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static IncidentId Parse(string text) => TryParse(text, out IncidentId value) ? value : throw new FormatException("Not an incident id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no incident.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset incident id.");
}
