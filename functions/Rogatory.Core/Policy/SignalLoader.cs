using System.Text.RegularExpressions;

namespace Rogatory.Core.Policy;

/// <summary>Reads the pack of rules on signals strictly, and checks it.</summary>
internal static partial class SignalLoader
{
    /// <summary>What the name of its file begins with.</summary>
    public const string PackPrefix = "Signals.";

    private const int MostDays = 400;

    /// <summary>The rules, or null when there is no such pack.</summary>
    /// <exception cref="PolicyException">The pack cannot be used, or there are two.</exception>
    public static SignalPack? Load(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] packs = [.. files.Keys.Where(name => name.StartsWith(PackPrefix, StringComparison.Ordinal))];
        if (packs.Length == 0)
            return null;
        Require(packs.Length == 1, packs[0], "there is more than one pack of signals");
        SignalPack pack = TransferLoader.Read<SignalPack>(packs[0], files[packs[0]]);
        Check(packs[0], pack);
        return pack;
    }

    private static void Check(string name, SignalPack pack)
    {
        Require(IsText(pack.Title) && IsText(pack.Source), name, "it lacks a title or a source");
        Require(pack.WindowDays is > 0 and <= MostDays && pack.LeastDays is > 0 && pack.LeastDays <= pack.WindowDays, name, "its window, or the days it asks for, are none");
        Require(pack.LeastPeers > 0 && pack.LeastActs > 0 && pack.UnusualShare is > 0 and < 1, name, "it asks for no peers, no acts, or no share");
        foreach (SignalRule rule in pack.Rules)
        {
            Require(RuleIdForm().IsMatch(rule.Id), name, "a rule's id is no id");
            Require(IsText(rule.Citation) && IsText(rule.Message), name, $"rule {rule.Id} lacks a citation or a message");
            Require(rule.Days is > 0 && rule.Days < pack.WindowDays && rule.Least > 0 && rule.LeastSpread > 0, name, $"rule {rule.Id} counts over no days, from nothing, or without a spread");
            Require(rule.OwnFactor is null or > 0 && rule.PeerFactor is null or > 0, name, $"rule {rule.Id} has a factor that is none");
            Require(rule.IsFirst || rule.OwnFactor is not null || rule.PeerFactor is not null, name, $"rule {rule.Id} compares with nothing");
            Require(!rule.IsFirst || rule.OwnFactor is null, name, $"rule {rule.Id} is of a first time, and compares with the ones before");
        }

        string? twice = pack.Rules.GroupBy(one => one.Id).FirstOrDefault(same => same.Count() > 1)?.Key;
        Require(twice is null, name, $"the id {twice} is used twice");
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static void Require(bool condition, string pack, string reason)
    {
        if (!condition)
            throw new PolicyException(pack, reason);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{2,39}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RuleIdForm();
}
