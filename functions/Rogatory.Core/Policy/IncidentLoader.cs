using System.Text.RegularExpressions;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Policy;

/// <summary>Reads the pack of rules on incidents strictly, and checks it.</summary>
internal static partial class IncidentLoader
{
    /// <summary>What the name of its file begins with.</summary>
    public const string PackPrefix = "Incidents.";

    private const int MostHours = 24 * 30;

    /// <summary>The rules and their version, or null when there is no such pack.</summary>
    /// <exception cref="PolicyException">The pack cannot be used, or there are two.</exception>
    public static (IncidentPolicy Policy, DateOnly Version)? Load(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] packs = [.. files.Keys.Where(name => name.StartsWith(PackPrefix, StringComparison.Ordinal))];
        if (packs.Length == 0)
            return null;
        Require(packs.Length == 1, packs[0], "there is more than one pack of incidents");
        IncidentPack pack = TransferLoader.Read<IncidentPack>(packs[0], files[packs[0]]);
        Check(packs[0], pack);
        return (new IncidentPolicy(pack), pack.Version);
    }

    private static void Check(string name, IncidentPack pack)
    {
        Require(IsText(pack.Title) && IsText(pack.Source), name, "it lacks a title or a source");
        Require(pack.Causes.Select(one => one.Cause).Order().SequenceEqual(Enum.GetValues<IncidentCause>()), name, "it does not name each cause once");
        Require(pack.Causes.All(one => IsText(one.Message) && one.Nature.All(IncidentPolicy.Facts.Contains)), name, "a cause has no message, or a nature that is none");
        foreach (SeverityRule rule in pack.Severities)
        {
            CheckRule(name, rule.Id, rule.When, rule.Citation, rule.Message);
            Require(!rule.When.Any(fact => fact.StartsWith(IncidentPolicy.PartnerFact, StringComparison.Ordinal)), name, $"rule {rule.Id} rests on a fact of one partner");
        }

        foreach (IncidentClockRule rule in pack.Clocks)
        {
            CheckRule(name, rule.Id, rule.When, rule.Citation, rule.Message);
            Require(rule.Hours is > 0 and <= MostHours && rule.RemindHours > 0 && rule.RemindHours < rule.Hours, name, $"rule {rule.Id} has hours that are none, or reminds of nothing");
            Require(rule.IsOfPartners == rule.Notice is NoticeKind.PartnerController or NoticeKind.TransferringParty, name, $"rule {rule.Id} waits for another notice than it runs for");
        }

        string? twice = pack.Severities.Select(one => one.Id).Concat(pack.Clocks.Select(one => one.Id)).GroupBy(id => id).FirstOrDefault(same => same.Count() > 1)?.Key;
        Require(twice is null, name, $"the id {twice} is used twice");
    }

    private static void CheckRule(string name, string id, IReadOnlyList<string> when, string citation, string message)
    {
        Require(RuleIdForm().IsMatch(id), name, "a rule's id is no id");
        Require(IsText(citation) && IsText(message), name, $"rule {id} lacks a citation or a message");
        Require(when.Count > 0 && when.All(IncidentPolicy.Facts.Contains), name, $"rule {id} rests on nothing, or on a fact that is none");
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
