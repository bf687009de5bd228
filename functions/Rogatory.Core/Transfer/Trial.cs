using Rogatory.Core.Policy;

namespace Rogatory.Core.Transfer;

/// <summary>Tries rules and ladders on one sheet of facts, and keeps what they found.</summary>
internal sealed class Trial(FactSheet sheet, TransferFacts facts)
{
    private const string Approver = "approver";
    private static readonly FactDefinition Led = FactVocabulary.Get("law.led");
    private static readonly FactDefinition Gdpr = FactVocabulary.Get("law.gdpr");

    private readonly List<TransferFinding> _findings = [];
    private readonly List<TransferCondition> _conditions = [];
    private readonly List<TransferNeed> _needs = [];
    private readonly List<LadderOutcome> _ladders = [];
    private bool _refused;

    public IReadOnlyList<TransferFinding> Findings => _findings;

    public IReadOnlyList<TransferCondition> Conditions => _conditions;

    public IReadOnlyList<TransferNeed> Needs => _needs;

    public IReadOnlyList<LadderOutcome> Ladders => _ladders;

    public IReadOnlyList<string> Regimes => (sheet[Led].Truth, sheet[Gdpr].Truth) switch
    {
        (Truth.True, Truth.True) => ["led", "gdpr"],
        (Truth.True, _) => ["led"],
        (_, Truth.True) => ["gdpr"],
        _ => [],
    };

    public TransferOutcome Outcome =>
        _refused ? TransferOutcome.Refused
        : _needs.Count > 0 ? TransferOutcome.NeedsAPerson
        : _conditions.Count > 0 ? TransferOutcome.AllowedWithConditions
        : TransferOutcome.Allowed;

    public void Try(CompiledRule rule)
    {
        if (sheet.Date is { } day && !rule.InForce.On(day))
            return;
        Truth when = rule.When.Evaluate(sheet.Values);
        if (when == Truth.False)
            return;
        if (rule.Must is { } must)
            Require(rule, must, when, must.Evaluate(sheet.Values));
        else if (when == Truth.True)
            Apply(rule);
        else if (rule.Rule.Effect is TransferEffect.Refuse or TransferEffect.Ask && (rule.Rule.AsksWhenUnknown || IsRaised(rule.When)))
            Find(rule, FindingEffect.Ask, Missing(rule.When));
    }

    public void Climb(CompiledLadder ladder)
    {
        if (sheet.Date is { } day && !ladder.InForce.On(day))
            return;
        Truth when = ladder.When.Evaluate(sheet.Values);
        if (when == Truth.False)
            return;
        var rungs = new List<RungOutcome>();
        TransferRung? passed = null;
        TransferRung? waiting = null;
        bool unknown = when == Truth.Unknown;
        bool open = false;
        foreach (CompiledRung rung in ladder.Rungs)
        {
            Truth holds = rung.Holds.Evaluate(sheet.Values);
            unknown |= holds == Truth.Unknown;
            rungs.Add(new RungOutcome(
                rung.Rung.Id, rung.Rung.Citation, holds == Truth.Unknown ? null : holds == Truth.True,
                holds == Truth.True ? rung.Rung.Carries : holds == Truth.False ? rung.Rung.Fails : "Facts that it needs are not stated.",
                holds == Truth.Unknown ? Missing(rung.Holds) : []));
            open |= holds == Truth.Unknown && !rung.Rung.Derogation;
            if (holds != Truth.True)
                continue;
            // A derogation is for where nothing above it carries the transfer, so that has to be known first.
            if (rung.Rung.Derogation && open)
                waiting = rung.Rung;
            else
                passed = rung.Rung;
            break;
        }

        _ladders.Add(new LadderOutcome(ladder.Ladder.Id, passed?.Id, rungs));
        FindingEffect effect = passed is not null ? FindingEffect.Holds : unknown ? FindingEffect.Ask : FindingEffect.Refuse;
        IEnumerable<RungOutcome> asked = waiting is null ? rungs : rungs.Where((_, place) => !ladder.Rungs[place].Rung.Derogation);
        string[] missing = effect == FindingEffect.Ask ? [.. Missing(ladder.When).Concat(asked.SelectMany(rung => rung.Missing)).Distinct()] : [];
        Find(passed?.Id ?? ladder.Ladder.Id, effect, passed?.Citation ?? ladder.Ladder.Citation, verified: true,
            passed?.Carries ?? (waiting is null ? ladder.Ladder.Message : Waits(waiting, asked)), ladder.Facts, missing, ladder.Ladder.Who);
        foreach (RungCondition condition in passed?.Conditions ?? [])
            Add(new TransferCondition(condition.Code, condition.Citation, condition.Text, !condition.BindsSender));
    }

    private static string Waits(TransferRung derogation, IEnumerable<RungOutcome> above) =>
        $"{derogation.Id} is a derogation, and carries the transfer only where nothing above it does: say whether {string.Join(" or ", above.Where(rung => rung.Holds is null).Select(rung => rung.Rule))} does.";

    private void Require(CompiledRule rule, Predicate must, Truth when, Truth holds)
    {
        if (holds == Truth.True)
        {
            if (when == Truth.True)
                Find(rule, FindingEffect.Holds, []);
            return;
        }

        if (when == Truth.True && holds == Truth.False)
            Find(rule, FindingEffect.Refuse, []);
        else
            Find(rule, FindingEffect.Ask, [.. Missing(rule.When).Concat(Missing(must)).Distinct()]);
    }

    private void Apply(CompiledRule rule)
    {
        switch (rule.Rule.Effect)
        {
            case TransferEffect.Refuse:
                Find(rule, FindingEffect.Refuse, []);
                break;
            case TransferEffect.Ask:
                Weigh(rule);
                break;
            case TransferEffect.Condition:
                Find(rule, FindingEffect.Condition, []);
                Add(new TransferCondition(rule.Rule.Code!, rule.Rule.Citation, rule.Rule.Message, !rule.Rule.BindsSender));
                break;
            case TransferEffect.Disregard:
                Find(rule, FindingEffect.Disregard, []);
                break;
            default:
                Find(rule, FindingEffect.Note, []);
                break;
        }
    }

    /// <summary>A ground on which the law leaves the choice; a person who has weighed it with reasons has made it.</summary>
    private void Weigh(CompiledRule rule)
    {
        FactValue weighed = facts.Resolved.GetValueOrDefault(rule.Rule.Id);
        Find(rule, weighed.Truth switch
        {
            Truth.True => FindingEffect.Resolved,
            Truth.False => FindingEffect.Refuse,
            _ => FindingEffect.Ask,
        }, []);
    }

    private void Find(CompiledRule rule, FindingEffect effect, IReadOnlyList<string> missing) => Find(
        rule.Rule.Id, effect, rule.Rule.Citation, rule.Rule.Verified, rule.Rule.Message, rule.Facts, missing, rule.Rule.Who ?? Approver);

    private void Find(
        string id, FindingEffect effect, string citation, bool verified, string message, IReadOnlyList<FactDefinition> used, IReadOnlyList<string> missing, string who)
    {
        var values = new Dictionary<string, string>(used.Count, StringComparer.Ordinal);
        foreach (FactDefinition fact in used)
            values.Add(fact.Path, sheet[fact].Show(fact));
        _findings.Add(new TransferFinding(id, effect, citation, verified, message, values, missing));
        _refused |= effect == FindingEffect.Refuse;
        if (effect == FindingEffect.Ask)
            _needs.Add(new TransferNeed(id, who, missing));
    }

    private void Add(TransferCondition condition)
    {
        if (!_conditions.Exists(one => one.Code == condition.Code))
            _conditions.Add(condition);
    }

    private bool IsRaised(Predicate predicate)
    {
        var unknown = new HashSet<FactDefinition>();
        predicate.CollectUnknown(sheet.Values, unknown);
        return unknown.Any(fact => sheet[fact].IsStated);
    }

    private string[] Missing(Predicate predicate)
    {
        if (predicate.Evaluate(sheet.Values) != Truth.Unknown)
            return [];
        var unknown = new HashSet<FactDefinition>();
        predicate.CollectUnknown(sheet.Values, unknown);
        return [.. unknown.OrderBy(fact => fact.Index).SelectMany(Missing).Distinct()];
    }

    /// <summary>What to state: the fact itself, or what the law would make it of; where all of that is stated, it is a table that is in doubt.</summary>
    private IEnumerable<string> Missing(FactDefinition fact)
    {
        string[] sources = [.. fact.Sources.Where(path => !sheet[FactVocabulary.Get(path)].IsKnown)];
        return sources.Length > 0 ? sources : [fact.Path];
    }
}
