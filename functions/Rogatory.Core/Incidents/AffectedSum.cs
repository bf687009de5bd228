using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Incidents;

/// <summary>Adds up what an incident concerns, case by case.</summary>
internal sealed class AffectedSum(IReadOnlyDictionary<string, RegisteredPartner> registered, PolicySet policy, StateCode home, DateOnly day, PartnerId? only)
{
    private static readonly string[] Vulnerable = ["minor", "victim", "witness", "informant"];

    /// <summary>What it comes to so far.</summary>
    public AffectedMaterial Material { get; private set; } = new();

    /// <summary>A case whose ledger is not there, or does not hold together: what it holds is not known.</summary>
    public void AddUnread(CaseId @case) => Material = Material with { Unread = Material.Unread.Add(@case) };

    /// <summary>Takes what the incident concerns of a case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="read">What the officer whom it is about read; null where it is about none.</param>
    public void Add(CaseState state, IncidentState incident, IReadOnlySet<ItemId>? read)
    {
        ItemId[] items = [.. AffectedItems.Of(state, incident, read).Where(item => IsOf(only, state, item))];
        if (items.Length == 0)
            return;
        string[] declared =
        [
            .. state.Request.DataCategories.Where(_ => items.Any(item => IsFromPartner(state, item))),
            .. items.Select(state.FindAdded).OfType<Sealing.ItemAdded>().SelectMany(one => one.DataCategories),
        ];
        Dictionary<string, long> found = FoundIn(state, items);
        FindingCategory[] kinds = [.. found.Keys.Select(FindingCategories.Find).OfType<FindingCategory>()];
        string[] subjects = [.. (state.Request.Subjects ?? []).Concat(kinds.Where(one => one.Family == "vulnerable").Select(one => one.Code))];
        string[] categories = [.. declared.Concat(kinds.SelectMany(one => one.DataCategories))];
        DisclosureState[] left = [.. state.Disclosures.Where(one => one.HasLeftUs && (only is null || one.Partner == only) && one.Proposal.Items.Any(items.Contains))];
        Material = Material with
        {
            Items = Material.Items.AddRange(items.Select(item => KeyValuePair.Create($"{state.Case}/{item}", new AffectedItem(state.Case, item)))),
            Persons = Material.Persons + RiskFactsBuilder.PersonsIn(found),
            Categories = Material.Categories.Union(categories),
            Subjects = Material.Subjects.Union(subjects),
            IsSpecial = Material.IsSpecial || categories.Any(RequestVocabulary.SpecialCategories.Contains) || kinds.Any(one => one.Family == "special"),
            IsVulnerable = Material.IsVulnerable || subjects.Any(Vulnerable.Contains),
            IsRead = Material.IsRead || read?.Any(item => items.Contains(AffectedItems.MaterialOf(item))) == true,
            Keys = Material.Keys.AddRange(left.Select(one => one.Id)),
        };
        if (items.Any(item => IsFromPartner(state, item)) && (only is null || state.Partner == only))
            AddPartner(state.Partner, state.Request.Instrument, sent: true, received: false);
        foreach (DisclosureState one in left)
            AddPartner(one.Partner, state.Request.Instrument, sent: false, received: true);
    }

    // An extract of an item, what was put right in it and what was found in it tell of the same persons.
    private static Dictionary<string, long> FoundIn(CaseState state, IReadOnlyList<ItemId> items) => items
        .GroupBy(item => Derivation.SourceOf(item) ?? item)
        .SelectMany(same => same.Select(AffectedItems.MaterialOf).Distinct().Select(state.Classification.Find).OfType<ItemClassified>()
            .SelectMany(one => RiskFactsBuilder.FoundIn(state, one)).GroupBy(one => one.Key, one => one.Value).Select(one => KeyValuePair.Create(one.Key, one.Max())))
        .GroupBy(one => one.Key, one => one.Value).ToDictionary(one => one.Key, one => one.Sum());

    private static bool IsFromPartner(CaseState state, ItemId item) => state.IsFromPartner(Derivation.SourceOf(item) ?? item);

    private static bool IsOf(PartnerId? only, CaseState state, ItemId item) => only is not { } partner
        || (state.IsFrom(partner) && IsFromPartner(state, item))
        || state.Disclosures.Exists(one => one.Partner == partner && one.HasLeftUs && one.Proposal.Items.Contains(item));

    private void AddPartner(PartnerId partner, string instrument, bool sent, bool received)
    {
        StateCode? state = registered.GetValueOrDefault(partner.ToString())?.Entry.Jurisdiction;
        AffectedPartner before = Material.Partners.GetValueOrDefault(partner.ToString()) ?? new AffectedPartner(partner, state, Sent: false, Received: false, []);
        AffectedPartner after = before with { Sent = before.Sent || sent, Received = before.Received || received };
        string[] facts = [.. FactsOf(state, sent && instrument == "CETS224").Concat(before.Facts).Distinct().Order(StringComparer.Ordinal)];
        Material = Material with { Partners = Material.Partners.SetItem(partner.ToString(), after with { Facts = facts }) };
    }

    // Iceland, Liechtenstein, Norway and Switzerland apply the directive as Schengen acquis (LED recitals 101 to 103).
    private IEnumerable<string> FactsOf(StateCode? state, bool isUnderCets224)
    {
        if (state is { } one && one != home && policy.Transfer?.Tables.Of("SCHENGEN", one.ToString(), day, knownOn: null) is Membership.Yes or Membership.Recalled)
            yield return "partner-led";
        if (isUnderCets224)
            yield return "partner-cets224";
    }
}
