using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger;

/// <summary>The form that the members of a line must have, whatever the lines around it say.</summary>
internal static class LedgerForm
{
    /// <summary>A sealed body's header and the lone tag of an empty item.</summary>
    private const long SmallestSealedBody = 40 + 16;

    public static LedgerFormatException Malformed(string message) => new(LedgerFault.Malformed, message);

    /// <summary>Returns the line when all its members have their form.</summary>
    public static LedgerLine Checked(LedgerLine line)
    {
        if (!LedgerWords.IsCaseId(line.Case) && !LedgerWords.IsName(line.Case))
            throw Malformed("The member case is neither a case id nor the name of a ledger.");
        if (!LedgerWords.IsActor(line.Actor))
            throw Malformed("The member actor is not partner:, officer: or system: with an id.");
        if (!LedgerWords.IsEvent(line.Event))
            throw new LedgerFormatException(LedgerFault.UnknownEvent, "The event is not stage.past-tense-verb with a known stage.");
        if (!LedgerWords.IsDigest(line.Prev))
            throw Malformed("The member prev is not a SHA-256 digest in lower-case hex.");
        if (!LedgerWords.IsCommand(Text(line.Data, "command")))
            throw Malformed("The data's member command is not 1 to 128 letters, digits, colons, dots, dashes or underscores.");
        if (line.Event == "sealing.item-sealed")
            CheckItemSealed(line.Data);
        return line;
    }

    /// <summary>A whole number from 0 that every reader of JSON holds exactly.</summary>
    public static bool IsCount(long number) => number is >= 0 and <= EcmaNumber.LargestExact;

    private static void CheckItemSealed(JsonObject data)
    {
        Require(data, "item", LedgerWords.IsItemId);
        Require(data, "attempt", LedgerWords.IsAttemptId);
        Require(data, "header", LedgerWords.IsSealedHeader);
        Require(data, "commitment", LedgerWords.IsDigest);
        Require(data, "sealedRoot", LedgerWords.IsDigest);
        if (Count(data, "size") < SmallestSealedBody)
            throw Malformed("The sealed item's size is smaller than a sealed body can be.");
        if (!data.TryGetPropertyValue("version", out var version) || version is not null && version.GetValueKind() != JsonValueKind.String)
            throw Malformed("The sealed item's version is missing, or neither text nor null.");
    }

    private static void Require(JsonObject data, string name, Predicate<string> form)
    {
        if (!form(Text(data, name)))
            throw Malformed($"The sealed item's {name} has not the form it must have.");
    }

    private static string Text(JsonObject data, string name) =>
        data[name] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Malformed($"The data's member {name} is missing or not text.");

    private static long Count(JsonObject data, string name) =>
        data[name] is JsonValue value && value.TryGetValue(out long number) && IsCount(number)
            ? number
            : throw Malformed($"The data's member {name} is missing or not a whole number from 0.");
}
