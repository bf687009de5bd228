using System.Collections.Frozen;
using System.Globalization;
using Rogatory.Core.Access;

namespace Rogatory.Core.Policy;

/// <summary>Who may do what: the acts with what they need, the courses, and the undertaking.</summary>
public sealed class AccessPolicy
{
    private static readonly int ActCount = Enum.GetValues<AccessAct>().Length;
    private readonly ActRule?[] _acts = new ActRule?[ActCount];
    private readonly IReadOnlyList<string>[] _rules = new IReadOnlyList<string>[ActCount];
    private readonly FrozenDictionary<AccessCondition, AccessRule> _byCondition;

    internal AccessPolicy(AccessPack pack, DateOnly version, IReadOnlyList<Course> courses, UndertakingText undertaking)
    {
        _byCondition = pack.Rules.ToFrozenDictionary(rule => rule.Condition);
        Courses = courses.ToFrozenDictionary(course => course.Id, StringComparer.Ordinal);
        (Undertaking, AssignmentMonths, GlassTime) = (undertaking, pack.AssignmentMonths, TimeSpan.FromHours(pack.GlassHours));
        Version = version.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach ((string name, ActRule rule) in pack.Acts)
        {
            // A pack of another version may list acts that are none any more.
            if (!Enum.TryParse(name, out AccessAct act) || $"{act}" != name)
                continue;
            _acts[(int)act] = rule;
            _rules[(int)act] = [.. ConditionsOf(rule).Select(condition => _byCondition[condition].Id)];
        }
    }

    /// <summary>The day of its newest pack.</summary>
    public string Version { get; }

    /// <summary>The courses by id.</summary>
    public FrozenDictionary<string, Course> Courses { get; }

    /// <summary>The undertaking in its version in use.</summary>
    public UndertakingText Undertaking { get; }

    /// <summary>For how many months an assignment stands that nobody confirms.</summary>
    public int AssignmentMonths { get; }

    /// <summary>For how long a broken glass stands in for an assignment.</summary>
    public TimeSpan GlassTime { get; }

    /// <summary>What the act needs; null where the pack does not list it, and so it is nobody's.</summary>
    public ActRule? Find(AccessAct act) => (uint)act < (uint)_acts.Length ? _acts[(int)act] : null;

    /// <summary>The conditions that an act can fail on.</summary>
    public static IReadOnlyList<AccessCondition> ConditionsOf(ActRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        List<AccessCondition> conditions = [];
        Add(rule.Who is AccessCaller.Partner or AccessCaller.Either, AccessCondition.PartnerStanding);
        Add(rule.Who is AccessCaller.Partner or AccessCaller.Either && rule.Undertaking, AccessCondition.PartnerUndertaking);
        if (rule.Who is AccessCaller.Anyone or AccessCaller.Partner)
            return conditions;
        conditions.AddRange([AccessCondition.Standing, AccessCondition.Role]);
        Add(rule.Separation, AccessCondition.Separation);
        Add(rule.Conflict, AccessCondition.Conflict);
        Add(rule.Clearance, AccessCondition.Clearance);
        Add(rule.Courses.Count + rule.IfSpecial.Count + rule.IfVulnerable.Count > 0, AccessCondition.Course);
        Add(rule.Undertaking, AccessCondition.Undertaking);
        Add(rule.Assignment, AccessCondition.Assignment);
        return conditions;

        void Add(bool isNeeded, AccessCondition condition)
        {
            if (isNeeded)
                conditions.Add(condition);
        }
    }

    /// <summary>The ids of the rules that are asked for the act.</summary>
    internal IReadOnlyList<string> RulesOf(AccessAct act) => Find(act) is null ? [_byCondition[AccessCondition.Act].Id] : _rules[(int)act];

    /// <summary>The finding that a condition is not met.</summary>
    internal AccessFinding Miss(AccessCondition condition, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        AccessRule rule = _byCondition[condition];
        var seen = new Dictionary<string, string>(facts.Length);
        foreach ((string name, string value) in facts)
            seen.Add(name, value);
        return new AccessFinding(rule.Id, condition, rule.Citation, rule.Message, rule.Remedy, seen);
    }
}
