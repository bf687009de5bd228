using System.Globalization;

namespace Rogatory.LocalHost.Gate;

/// <summary>The headers in which a policy and a hold travel, in requests and in answers.</summary>
internal static class ProtectionHeaders
{
    private const string Until = "x-ms-immutability-policy-until-date";
    private const string Mode = "x-ms-immutability-policy-mode";
    private const string Hold = "x-ms-legal-hold";

    public static bool ArePresent(IHeaderDictionary headers) =>
        headers.ContainsKey(Until) || headers.ContainsKey(Mode) || headers.ContainsKey(Hold);

    /// <summary>Reads what a write brings with it, either or both.</summary>
    public static (Protection? Read, StorageError? Refusal) Read(IHeaderDictionary headers, DateTimeOffset now)
    {
        var read = Protection.None;
        if (headers.ContainsKey(Until) || headers.ContainsKey(Mode))
        {
            var (policy, refusal) = ReadPolicy(headers, now);
            if (policy is null) return (null, refusal);
            read = policy;
        }
        if (!headers.ContainsKey(Hold)) return (read, null);
        return ReadHold(headers) is { } hold ? (read with { LegalHold = hold }, null) : (null, StorageError.InvalidHeader(Hold));
    }

    /// <summary>Reads a policy that must be there. A time that is past is no policy; without a mode it is unlocked.</summary>
    public static (Protection? Read, StorageError? Refusal) ReadPolicy(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (headers[Until] is not [{ } date] ||
            !DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) ||
            until <= now)
            return (null, StorageError.InvalidHeader(Until));
        bool? locked = headers[Mode] switch
        {
            [] => false,
            [{ } mode] when mode.Equals("unlocked", StringComparison.OrdinalIgnoreCase) => false,
            [{ } mode] when mode.Equals("locked", StringComparison.OrdinalIgnoreCase) => true,
            _ => null,
        };
        return locked is null ? (null, StorageError.InvalidHeader(Mode)) : (new Protection(until, locked.Value, LegalHold: false), null);
    }

    public static (bool? Read, StorageError? Refusal) ReadLegalHold(IHeaderDictionary headers) =>
        ReadHold(headers) is { } hold ? (hold, null) : (null, StorageError.InvalidHeader(Hold));

    public static void WritePolicy(IHeaderDictionary headers, Protection protection)
    {
        if (protection.Until is not { } until) return;
        headers[Until] = until.ToString("R", CultureInfo.InvariantCulture);
        headers[Mode] = protection.Locked ? "locked" : "unlocked";
    }

    public static void WriteLegalHold(IHeaderDictionary headers, Protection protection) =>
        headers[Hold] = protection.LegalHold ? "true" : "false";

    private static bool? ReadHold(IHeaderDictionary headers) =>
        headers[Hold] is [{ } value] && bool.TryParse(value, out var hold) ? hold : null;
}
