using System.Collections.Frozen;

namespace Rogatory.Core.Review;

/// <summary>The grounds that a decision on a request can rest on. They are a closed list: a ledger keeps them, and reports count by them.</summary>
public static class DecisionGrounds
{
    private static readonly FrozenSet<string> Acceptance = ["complete-and-lawful", "conditions-accepted", "in-part", "no-ground-for-refusal"];

    // UNTOC art. 18(21), UNCAC art. 46(21), ETS 30 art. 2, ETS 185 art. 27(4), EIO art. 9(3) and 11(1), and what each instrument asks a request to say; ETS 182 art. 7, EIO art. 15 to postpone.
    private static readonly FrozenSet<string> Others =
    [
        "form-not-met", "incomplete", "scope-unclear", "no-legal-basis", "recipient-unverified", "essential-interests", "sovereignty", "national-security", "ordre-public", "domestic-law-bars", "contrary-to-legal-system",
        "dual-criminality", "de-minimis", "political-offence", "fiscal-offence", "military-offence", "ne-bis-in-idem", "immunity-or-privilege", "extraterritorial", "less-intrusive-measure",
        "death-penalty-assurance", "torture-or-inhuman-treatment", "discrimination", "fundamental-rights", "disproportionate", "data-protection", "withdrawn-by-partner",
        "ongoing-proceedings", "evidence-in-use", "consultation-under-way",
    ];

    // For these an instrument says that it is no ground, or has a closed list without it.
    private static readonly FrozenDictionary<(string Instrument, string Ground), string> NoGrounds = new Dictionary<(string, string), string>
    {
        [("UNTOC", "fiscal-offence")] = "UNTOC art. 18(22)",
        [("UNCAC", "fiscal-offence")] = "UNCAC art. 46(22)",
        [("EIO", "fiscal-offence")] = "Directive 2014/41/EU art. 11(3)",
        [("EIO", "political-offence")] = "Directive 2014/41/EU art. 11(1)",
    }.ToFrozenDictionary();

    /// <summary>The grounds for a kind of decision, in order.</summary>
    public static IReadOnlyList<string> Of(DecisionKind kind) => [.. (kind == DecisionKind.Accept ? Acceptance : Others).Order(StringComparer.Ordinal)];

    /// <summary>Refuses a refusal on what the request's instrument says is no ground to refuse.</summary>
    /// <exception cref="RefusedException"><c>decision-malformed</c>.</exception>
    internal static void CheckUnder(string instrument, DecisionKind kind, string ground)
    {
        if (kind == DecisionKind.Refuse && NoGrounds.TryGetValue((instrument, ground), out string? citation))
            throw RefusedException.Malformed("decision-malformed", "/ground", $"Under {instrument} that alone is no ground to refuse: {citation}.");
    }

    /// <summary>Refuses a ground that such a decision can't rest on, and names those that it can.</summary>
    /// <exception cref="RefusedException"><c>decision-malformed</c>.</exception>
    internal static void Check(DecisionKind kind, string ground)
    {
        if (!(kind == DecisionKind.Accept ? Acceptance : Others).Contains(ground))
            throw RefusedException.Malformed("decision-malformed", "/ground", $"The ground is one of these codes: {string.Join(", ", Of(kind))}. What they don't say goes into the reasons, which are sealed.");
    }
}
