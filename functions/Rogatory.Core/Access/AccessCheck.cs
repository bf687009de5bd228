using System.Collections.Frozen;
using System.Globalization;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Access;

/// <summary>Whether somebody may do something now, by the access pack. Pure: the same facts have the same answer, and it says why.</summary>
/// <remarks>An act that the pack does not list is nobody's. Separation of duties within a case (who proposed does not approve) is decided where it is appended, on the newest state.</remarks>
public static class AccessCheck
{
    private static readonly FrozenSet<OfficerRole> None = [];
    private static readonly string[] RoleNames = [.. Enum.GetNames<OfficerRole>().Select(name => name.ToLowerInvariant())];

    /// <summary>Decides.</summary>
    public static AccessDecision Decide(AccessPolicy policy, AccessFacts facts)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        AccessAct act = facts.Act;
        ActRule? rule = policy.Find(act);
        AccessCaller caller = facts.Officer is not null ? AccessCaller.Officer : facts.Partner is not null ? AccessCaller.Partner : AccessCaller.Anyone;
        if (rule is null || !rule.IsFor(caller))
            return new AccessDecision(act, [policy.Miss(AccessCondition.Act, ("act", $"{act}"))], policy.RulesOf(act), None, Glass: null, policy.Version);

        var findings = new List<AccessFinding>(0);
        (IReadOnlySet<OfficerRole> roles, int? glass) = (None, null);
        if (rule.Who != AccessCaller.Anyone && caller == AccessCaller.Officer)
            (roles, glass) = Officer(policy, rule, facts, findings);
        else if (rule.Who != AccessCaller.Anyone)
            Partner(policy, rule, facts.Standing, findings);
        return new AccessDecision(act, findings, policy.RulesOf(act), roles, glass, policy.Version);
    }

    private static void Partner(AccessPolicy policy, ActRule rule, PartnerStanding? standing, List<AccessFinding> findings)
    {
        if (standing?.Status != PartnerStatus.Active)
            findings.Add(policy.Miss(AccessCondition.PartnerStanding, ("status", $"{standing?.Status ?? PartnerStatus.NotRegistered}")));
        if (rule.Undertaking && standing?.IsUndertakingLapsed == true)
            findings.Add(policy.Miss(AccessCondition.PartnerUndertaking));
    }

    private static (IReadOnlySet<OfficerRole> Roles, int? Glass) Officer(AccessPolicy policy, ActRule rule, AccessFacts facts, List<AccessFinding> findings)
    {
        OfficerEntry? entry = facts.Entry;
        if (entry?.IsSuspended == true)
            findings.Add(policy.Miss(AccessCondition.Standing));

        HashSet<OfficerRole> roles = [.. facts.TokenRoles.Where(role => rule.TokenAlone || entry?.Roles.Contains(role) == true || (role == OfficerRole.Admin && facts.IsFounder))];
        if (!rule.Roles.Any(roles.Contains))
        {
            findings.Add(policy.Miss(
                AccessCondition.Role, ("needs", Names(rule.Roles, " or ")), ("register", Names(Granted(facts), ", ")), ("token", Names(facts.TokenRoles.Order(), ", "))));
        }

        if (rule.Separation && facts.Subject is { } subject && subject == facts.Officer)
            findings.Add(policy.Miss(AccessCondition.Separation));
        int? glass = facts.Case is { } @case ? OnCase(policy, rule, facts, @case, roles, findings) : null;
        foreach (string course in rule.Courses)
            Course(policy, course, facts, findings);
        if (rule.Undertaking && !(entry?.Undertaking is { } signed && signed.Version == policy.Undertaking.Version && signed.Digest == policy.Undertaking.Digest && facts.At < signed.ValidUntil))
        {
            findings.Add(policy.Miss(
                AccessCondition.Undertaking, ("version", policy.Undertaking.Version), ("signed", entry?.Undertaking?.Version ?? "none"), ("validUntil", Time(entry?.Undertaking?.ValidUntil))));
        }

        return (roles, glass);
    }

    private static int? OnCase(
        AccessPolicy policy, ActRule rule, AccessFacts facts, AccessCase @case, HashSet<OfficerRole> roles, List<AccessFinding> findings)
    {
        OfficerEntry? entry = facts.Entry;
        string name = @case.Case.ToString();
        if (entry?.Conflicts.TryGetValue(name, out Conflict? conflict) == true && rule.Conflict)
            findings.Add(policy.Miss(AccessCondition.Conflict, ("case", name), ("kind", $"{conflict.Kind}".ToLowerInvariant())));
        int? glass = null;
        if (rule.Assignment && !rule.Exempt.Any(roles.Contains))
        {
            Assignment? assignment = entry?.Assignments.GetValueOrDefault(name);
            bool stands = assignment is not null && facts.At < assignment.LapsesAt(policy.AssignmentMonths);
            glass = !stands && entry?.Glass.GetValueOrDefault(name) is { } broken && facts.At < broken.Until ? broken.Glass : null;
            if (!stands && glass is null)
            {
                // Whoever need not know the case is not told what else it would ask for.
                findings.Add(policy.Miss(AccessCondition.Assignment, ("case", name), ("lapsed", Time(assignment?.LapsesAt(policy.AssignmentMonths)))));
                return null;
            }
        }

        if (rule.Clearance && @case.Handling is { } handling && string.CompareOrdinal(entry?.Clearance ?? string.Empty, handling) < 0)
            findings.Add(policy.Miss(AccessCondition.Clearance, ("handling", handling), ("clearance", entry?.Clearance ?? "none")));
        foreach (string course in @case.HoldsSpecial ? rule.IfSpecial : [])
            Course(policy, course, facts, findings);
        foreach (string course in @case.ConcernsVulnerable ? rule.IfVulnerable : [])
            Course(policy, course, facts, findings);
        return glass;
    }

    private static void Course(AccessPolicy policy, string id, AccessFacts facts, List<AccessFinding> findings)
    {
        TrainingRecorded? passed = facts.Entry?.Training.GetValueOrDefault(id);
        Course course = policy.Courses[id];
        if (passed is null || !course.Versions.Contains(passed.Version) || facts.At >= passed.ValidUntil)
        {
            findings.Add(policy.Miss(
                AccessCondition.Course, ("course", id), ("version", course.Versions[^1]), ("passed", passed?.Version ?? "none"), ("validUntil", Time(passed?.ValidUntil))));
        }
    }

    private static IEnumerable<OfficerRole> Granted(AccessFacts facts) =>
        (facts.Entry?.Roles ?? Enumerable.Empty<OfficerRole>()).Concat(facts.IsFounder ? [OfficerRole.Admin] : []).Distinct().Order();

    private static string Names(IEnumerable<OfficerRole> roles, string between) =>
        string.Join(between, roles.Select(role => RoleNames[(int)role])) is { Length: > 0 } names ? names : "none";

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "none";
}
