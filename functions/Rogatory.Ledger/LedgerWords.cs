using System.Buffers;
using System.Collections.Frozen;

namespace Rogatory.Ledger;

/// <summary>The forms of the names and ids that a line's members are made of, as DESIGN's formats give them.</summary>
internal static class LedgerWords
{
    // Crockford base32 leaves out I, L, O and U.
    private static readonly SearchValues<char> CaseLetters = SearchValues.Create("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    private static readonly SearchValues<char> HexLetters = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> ActorLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    private static readonly SearchValues<char> CommandLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stages = FrozenSet.Create(StringComparer.Ordinal,
        "intake", "sealing", "classification", "risk", "review", "transfer", "disclosure", "receipt", "retention",
        "access", "incidents", "policy").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ActorKinds = FrozenSet.Create(StringComparer.Ordinal,
        "partner", "officer", "system").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Such as <c>7K3Q-F2M9-X4TD</c>.</summary>
    public static bool IsCaseId(string text)
    {
        if (text.Length != 14 || text[4] != '-' || text[9] != '-')
            return false;
        var letters = text.AsSpan();
        return !letters[..4].ContainsAnyExcept(CaseLetters)
            && !letters[5..9].ContainsAnyExcept(CaseLetters)
            && !letters[10..].ContainsAnyExcept(CaseLetters);
    }

    /// <summary>A ledger that is not a case's, such as <c>partners</c>, or one part of an item's id.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 40 && text[0] != '-' && !text.ContainsAnyExcept(NameLetters);

    /// <summary>An item's id; a derived item's is two with a dot between.</summary>
    public static bool IsItemId(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? IsName(text) : IsName(text.AsSpan(0, dot)) && IsName(text.AsSpan(dot + 1));
    }

    /// <summary>
    /// <c>partner:</c>, <c>officer:</c> or <c>system:</c> and an id of 1 to 128 letters, digits, dots, dashes, underscores.
    /// </summary>
    public static bool IsActor(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !ActorKinds.Contains(text.AsSpan(0, colon)))
            return false;
        var id = text.AsSpan(colon + 1);
        return id.Length is >= 1 and <= 128 && !id.ContainsAnyExcept(ActorLetters);
    }

    /// <summary>A stage, a dot, and lower-case words joined by dashes, together at most 80 characters.</summary>
    public static bool IsEvent(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || text.Length > 80 || !Stages.Contains(text.AsSpan(0, dot)))
            return false;
        var verb = text.AsSpan(dot + 1);
        foreach (var word in verb.Split('-'))
        {
            if (verb[word].IsEmpty || verb[word].ContainsAnyExceptInRange('a', 'z'))
                return false;
        }
        return true;
    }

    /// <summary>1 to 128 letters, digits, colons, dots, dashes, underscores.</summary>
    public static bool IsCommand(string text) => text.Length is >= 1 and <= 128 && !text.AsSpan().ContainsAnyExcept(CommandLetters);

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static bool IsDigest(string text) => IsHex(text, 64);

    /// <summary>128 random bits in lower-case hex.</summary>
    public static bool IsAttemptId(string text) => IsHex(text, 32);

    /// <summary>The 40 bytes before a sealed body's first segment, in lower-case hex; the first of them is their number.</summary>
    public static bool IsSealedHeader(string text) => IsHex(text, 80) && text.StartsWith("28", StringComparison.Ordinal);

    private static bool IsHex(string text, int length) => text.Length == length && !text.AsSpan().ContainsAnyExcept(HexLetters);
}
