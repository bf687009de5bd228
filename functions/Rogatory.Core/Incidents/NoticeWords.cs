using System.Collections.Frozen;
using System.Globalization;

namespace Rogatory.Core.Incidents;

/// <summary>The codes of a notice in plain words, for who does not know them.</summary>
internal static class NoticeWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["confidentiality"] = "Confidentiality: the data may have reached somebody who may not have them",
        ["integrity"] = "Integrity: the data may have been altered",
        ["availability"] = "Availability: the data may be lost or out of reach",
        ["suspect"] = "suspects",
        ["convicted"] = "convicted persons",
        ["victim"] = "victims",
        ["witness"] = "witnesses",
        ["informant"] = "informants",
        ["minor"] = "minors",
        ["other"] = "other persons",
        ["identity"] = "identity",
        ["location"] = "whereabouts",
        ["subscriber-data"] = "subscriber data",
        ["statements"] = "statements of persons",
        ["communications-content"] = "content of communications",
        ["racial-or-ethnic-origin"] = "racial or ethnic origin (a special category)",
        ["political-opinions"] = "political opinions (a special category)",
        ["religious-or-philosophical-beliefs"] = "religious or philosophical beliefs (a special category)",
        ["trade-union-membership"] = "trade union membership (a special category)",
        ["genetic"] = "genetic data (a special category)",
        ["biometric"] = "biometric data (a special category)",
        ["health"] = "data on health (a special category)",
        ["sex-life"] = "data on sex life (a special category)",
        ["sexual-orientation"] = "data on sexual orientation (a special category)",
        ["suspend-partner"] = "A partner authority was suspended: nothing is taken from it or handed to it",
        ["suspend-officer"] = "An officer's access was suspended",
        ["withdraw-disclosures"] = "What was about to be handed to partner authorities was withdrawn",
        ["hold-erasure"] = "Nothing of the case is erased while the incident is looked into",
        ["rotate-keys"] = "The encryption keys are being replaced",
        ["disable-key-version"] = "A replaced encryption key was put out of use",
        ["consequences"] = "the likely consequences",
        ["measures"] = "the measures taken or proposed",
        ["plainWords"] = "what happened, in plain words",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Short, string Name)[] Laws =
    [
        ("LED", "Directive (EU) 2016/680 (LED)"), ("GDPR", "Regulation (EU) 2016/679 (GDPR)"), ("CETS 224", "Second Additional Protocol to the Convention on Cybercrime (CETS 224)"),
    ];

    /// <summary>The code in words.</summary>
    public static string Of(string code) => Words.TryGetValue(code, out string? words) ? words : code.Replace('-', ' ');

    /// <summary>The laws that citations name, by their names.</summary>
    public static string LawsOf(IEnumerable<string> citations) =>
        string.Join("; ", citations.Select(NameOf).Distinct(StringComparer.Ordinal));

    /// <summary>An instant as people write it; what is none, as it is.</summary>
    public static string At(string instant) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : instant;

    /// <summary>About how many; null where that is not known.</summary>
    public static string About(string? count) => count switch { null => "not known yet", "0" => "none", _ => $"about {count}" };

    private static string NameOf(string citation) =>
        Laws.FirstOrDefault(law => citation.StartsWith($"{law.Short} ", StringComparison.Ordinal)).Name ?? citation;
}
