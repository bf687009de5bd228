using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Access;

public sealed class AccessCheckTests
{
    private static readonly AccessPolicy Policy = PolicySet.Load().Access!;
    private static readonly OfficerId Officer = OfficerId.Parse("o-jansen");
    private static readonly DateTimeOffset Now = Some.Time;

    /// <summary>Every act of officers, with every condition that the pack lists for it.</summary>
    public static TheoryData<AccessAct, AccessCondition> Conditions
    {
        get
        {
            var data = new TheoryData<AccessAct, AccessCondition>();
            foreach (AccessAct act in Enum.GetValues<AccessAct>().Where(act => Policy.Find(act) is not null))
            {
                foreach (AccessCondition condition in AccessPolicy.ConditionsOf(Policy.Find(act)!))
                    data.Add(act, condition);
            }

            return data;
        }
    }

    [Fact]
    public void Every_act_has_what_it_needs_in_the_pack() =>
        Assert.All(Enum.GetValues<AccessAct>(), act => Assert.NotNull(Policy.Find(act)));

    [Fact]
    public void An_act_with_all_that_it_needs_is_allowed() =>
        Assert.All(Enum.GetValues<AccessAct>(), act => Assert.Empty(AccessCheck.Decide(Policy, Whole(act)).Findings));

    [Theory]
    [MemberData(nameof(Conditions))]
    public void An_act_that_misses_one_condition_is_refused_for_that_one(AccessAct act, AccessCondition condition)
    {
        AccessDecision decision = AccessCheck.Decide(Policy, Without(condition, act));
        Assert.False(decision.IsAllowed);
        AccessFinding first = decision.Findings[0];
        Assert.All(decision.Findings, finding => Assert.Equal(condition, finding.Condition));
        Assert.Contains(first.Rule, decision.Rules);
        Assert.NotEmpty(first.Citation);
        Assert.NotEmpty(first.Remedy);
    }

    [Fact]
    public void An_act_of_officers_is_for_no_partner_and_the_reverse()
    {
        AccessFacts partner = Whole(AccessAct.PostRequest), officer = Whole(AccessAct.GetCase);
        Assert.Equal(AccessCondition.Act, Assert.Single(AccessCheck.Decide(Policy, partner with { Act = AccessAct.GetCase }).Findings).Condition);
        Assert.Equal(AccessCondition.Act, Assert.Single(AccessCheck.Decide(Policy, officer with { Act = AccessAct.PostRequest }).Findings).Condition);
        Assert.Equal(AccessCondition.Act, Assert.Single(AccessCheck.Decide(Policy, new AccessFacts { Act = AccessAct.GetCase, At = Now }).Findings).Condition);
        Assert.Equal("ACC-ACT", Assert.Single(AccessCheck.Decide(Policy, officer with { Act = (AccessAct)9999 }).Findings).Rule);
    }

    [Fact]
    public void A_drill_and_the_own_record_are_for_whoever_the_token_shows_to_have_a_role_as_long_as_nobody_suspended_them()
    {
        var facts = new AccessFacts { Act = AccessAct.PostDrill, At = Now, Officer = Officer, TokenRoles = [OfficerRole.Reviewer] };
        Assert.Empty(AccessCheck.Decide(Policy, facts).Findings);
        Assert.Equal(AccessCondition.Role, Assert.Single(AccessCheck.Decide(Policy, facts with { TokenRoles = [] }).Findings).Condition);
        Assert.Equal(AccessCondition.Standing, Assert.Single(AccessCheck.Decide(Policy, facts with { Entry = new OfficerEntry { Officer = Officer, IsSuspended = true } }).Findings).Condition);
        Assert.Equal([AccessAct.GetOwnEntry, AccessAct.ListDrills, AccessAct.PostDrill, AccessAct.GetDrill, AccessAct.PostDrillScore], Enum.GetValues<AccessAct>().Where(act => Policy.Find(act)?.TokenAlone == true));
    }

    [Fact]
    public void A_role_counts_only_where_the_register_grants_it_and_the_token_shows_it()
    {
        AccessFacts facts = Whole(AccessAct.PostDecision);
        Assert.Equal(AccessCondition.Role, Assert.Single(AccessCheck.Decide(Policy, facts with { TokenRoles = [OfficerRole.Approver] }).Findings).Condition);
        AccessFinding finding = Assert.Single(AccessCheck.Decide(Policy, facts with { Entry = facts.Entry! with { Roles = [OfficerRole.Approver, OfficerRole.Admin] } }).Findings);
        Assert.Equal(("reviewer", "approver, admin"), (finding.Facts["needs"], finding.Facts["register"]));
        Assert.Equal([OfficerRole.Reviewer], AccessCheck.Decide(Policy, facts with { TokenRoles = [OfficerRole.Reviewer] }).Roles);
    }

    [Fact]
    public void A_founding_admin_has_the_role_admin_and_nothing_else()
    {
        AccessFacts founder = Whole(AccessAct.ListOfficers) with { Entry = null, IsFounder = true };
        Assert.True(AccessCheck.Decide(Policy, founder).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, founder with { TokenRoles = [OfficerRole.Auditor] }).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, founder with { IsFounder = false }).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, founder with { Act = AccessAct.GetCase }).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, founder with { Entry = new OfficerEntry { Officer = Officer, IsSuspended = true } }).IsAllowed);
    }

    [Fact]
    public void Training_undertaking_and_assignment_lapse_at_their_time_and_not_before()
    {
        AccessFacts facts = Whole(AccessAct.PostDecision);
        OfficerEntry entry = facts.Entry!;
        DateTimeOffset lapses = Now.AddMonths(Policy.AssignmentMonths);
        Assert.True(AccessCheck.Decide(Policy, facts with { At = lapses.AddTicks(-1) }).IsAllowed);
        Assert.Equal(AccessCondition.Assignment, Assert.Single(AccessCheck.Decide(Policy, facts with { At = lapses }).Findings).Condition);
        OfficerEntry trained = entry with { Training = entry.Training.SetItem("mla-basics", entry.Training["mla-basics"] with { ValidUntil = Now.AddTicks(1) }) };
        Assert.True(AccessCheck.Decide(Policy, facts with { Entry = trained }).IsAllowed);
        Assert.Equal(AccessCondition.Course, Assert.Single(AccessCheck.Decide(Policy, facts with { Entry = trained, At = Now.AddTicks(1) }).Findings).Condition);
        OfficerEntry bound = entry with { Undertaking = entry.Undertaking! with { ValidUntil = Now.AddTicks(1) } };
        Assert.True(AccessCheck.Decide(Policy, facts with { Entry = bound }).IsAllowed);
        Assert.Equal(AccessCondition.Undertaking, Assert.Single(AccessCheck.Decide(Policy, facts with { Entry = bound, At = Now.AddTicks(1) }).Findings).Condition);
    }

    [Fact]
    public void An_undertaking_of_another_version_or_text_or_a_course_of_another_version_does_not_count()
    {
        AccessFacts facts = Whole(AccessAct.PostDecision);
        OfficerEntry entry = facts.Entry!;
        Assert.Equal(AccessCondition.Undertaking, Refused(entry with { Undertaking = entry.Undertaking! with { Version = "0" } }));
        Assert.Equal(AccessCondition.Undertaking, Refused(entry with { Undertaking = entry.Undertaking! with { Digest = new string('0', 64) } }));
        Assert.Equal(AccessCondition.Course, Refused(entry with { Training = entry.Training.SetItem("mla-basics", entry.Training["mla-basics"] with { Version = "0" }) }));

        AccessCondition Refused(OfficerEntry other) => Assert.Single(AccessCheck.Decide(Policy, facts with { Entry = other }).Findings).Condition;
    }

    [Fact]
    public void The_courses_on_special_categories_and_vulnerable_persons_are_asked_for_where_such_are_concerned()
    {
        AccessFacts facts = Whole(AccessAct.GetItemContent);
        facts = facts with { Entry = facts.Entry! with { Training = facts.Entry!.Training.Remove("special-categories").Remove("minors-and-vulnerable") } };
        Assert.Equal(2, AccessCheck.Decide(Policy, facts).Findings.Count);
        Assert.Equal("special-categories", Assert.Single(AccessCheck.Decide(Policy, facts with { Case = facts.Case! with { ConcernsVulnerable = false } }).Findings).Facts["course"]);
        Assert.True(AccessCheck.Decide(Policy, facts with { Case = facts.Case! with { ConcernsVulnerable = false, HoldsSpecial = false } }).IsAllowed);
    }

    [Fact]
    public void Auditors_and_the_data_protection_officer_read_without_an_assignment_and_reviewers_do_not()
    {
        AccessFacts facts = Without(AccessCondition.Assignment, AccessAct.GetItemContent);
        Assert.False(AccessCheck.Decide(Policy, facts with { TokenRoles = [OfficerRole.Reviewer, OfficerRole.Approver] }).IsAllowed);
        Assert.True(AccessCheck.Decide(Policy, facts with { TokenRoles = [OfficerRole.Auditor] }).IsAllowed);
        Assert.True(AccessCheck.Decide(Policy, facts with { TokenRoles = [OfficerRole.Dpo] }).IsAllowed);
    }

    [Fact]
    public void A_broken_glass_stands_in_for_the_assignment_until_its_time_and_for_nothing_else()
    {
        AccessFacts facts = Without(AccessCondition.Assignment, AccessAct.GetItemContent) with { TokenRoles = [OfficerRole.Reviewer] };
        var broken = new GlassBroken { Command = Some.Command(), Officer = Officer, Glass = 7, Case = Some.Case, Reasons = Core.Case.ItemId.Parse("request.glass-0"), Until = Now.AddHours(4) };
        facts = facts with { Entry = facts.Entry! with { Glass = facts.Entry!.Glass.Add(Some.Case.ToString(), broken) } };
        Assert.Equal((true, 7), (AccessCheck.Decide(Policy, facts).IsAllowed, AccessCheck.Decide(Policy, facts).Glass));
        Assert.True(AccessCheck.Decide(Policy, facts with { At = Now.AddHours(4).AddTicks(-1) }).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, facts with { At = Now.AddHours(4) }).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, facts with { Case = facts.Case! with { Case = Core.Case.CaseId.Of(TestAuthority.Partner, "another") } }).IsAllowed);
        Assert.False(AccessCheck.Decide(Policy, facts with { Entry = facts.Entry! with { Clearance = "H0" } }).IsAllowed);
    }

    [Fact]
    public void An_act_of_either_is_an_officers_with_all_that_it_needs_and_a_partners_that_stands_and_nobody_elses()
    {
        AccessFacts officer = Whole(AccessAct.PostIncident), partner = Whole(AccessAct.PostIncident, AccessCaller.Partner);
        Assert.True(AccessCheck.Decide(Policy, officer).IsAllowed);
        Assert.True(AccessCheck.Decide(Policy, partner).IsAllowed);
        Assert.Empty(AccessCheck.Decide(Policy, partner).Roles);
        Assert.Equal(AccessCondition.Act, Assert.Single(AccessCheck.Decide(Policy, new AccessFacts { Act = AccessAct.PostIncident, At = Now }).Findings).Condition);
        Assert.Equal([AccessAct.PostIncident], Enum.GetValues<AccessAct>().Where(act => Policy.Find(act)!.Who == AccessCaller.Either));
    }

    /// <summary>Facts by which the act is allowed, whatever it needs.</summary>
    private static AccessFacts Whole(AccessAct act, AccessCaller caller = AccessCaller.Officer)
    {
        ActRule rule = Policy.Find(act)!;
        var facts = new AccessFacts { Act = act, At = Now };
        if (rule.Who == AccessCaller.Partner || caller == AccessCaller.Partner)
            return facts with { Partner = TestAuthority.Partner, Standing = new PartnerStanding(PartnerStatus.Active, IsUndertakingLapsed: false) };
        if (rule.Who == AccessCaller.Anyone)
            return facts;
        var entry = new OfficerEntry
        {
            Officer = Officer,
            Roles = [.. Enum.GetValues<OfficerRole>()],
            Unit = "desk",
            Clearance = "H1",
            Training = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Policy.Courses.Values.Select(course => KeyValuePair.Create(course.Id, Passed(course)))),
            Undertaking = new UndertakingSigned { Command = Some.Command(), Officer = Officer, Version = Policy.Undertaking.Version, Digest = Policy.Undertaking.Digest, SignedOn = new DateOnly(2026, 11, 1), ValidUntil = Now.AddYears(1) },
            Assignments = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(Some.Case.ToString(), new Assignment(Some.Case, Now, Now))]),
        };
        return facts with
        {
            Officer = Officer,
            Entry = entry,
            TokenRoles = Enum.GetValues<OfficerRole>(),
            Case = new AccessCase(Some.Case, "H1", HoldsSpecial: true, ConcernsVulnerable: true),
            Subject = OfficerId.Parse("o-other"),
        };
    }

    private static TrainingRecorded Passed(Course course) => new()
    {
        Command = Some.Command(), Officer = Officer, Course = course.Id, Version = course.Versions[^1], PassedOn = new DateOnly(2026, 11, 1),
        ValidUntil = Now.AddYears(1), Evidence = EvidenceKind.Certificate, Reference = "made-up", Digest = null,
    };

    private static AccessFacts Without(AccessCondition condition, AccessAct act)
    {
        AccessFacts facts = Whole(act, condition is AccessCondition.PartnerStanding or AccessCondition.PartnerUndertaking ? AccessCaller.Partner : AccessCaller.Officer);
        OfficerEntry entry = facts.Entry ?? new OfficerEntry { Officer = Officer };
        return condition switch
        {
            AccessCondition.Standing => facts with { Entry = entry with { IsSuspended = true } },
            AccessCondition.Role => facts with { TokenRoles = [] },
            AccessCondition.Separation => facts with { Subject = Officer },
            AccessCondition.Conflict => facts with { Entry = entry with { Conflicts = entry.Conflicts.Add(Some.Case.ToString(), new Conflict(Some.Case, ConflictKind.Personal, "officer:o-other")) } },
            AccessCondition.Clearance => facts with { Entry = entry with { Clearance = "H0" } },
            AccessCondition.Course => facts with { Entry = entry with { Training = entry.Training.Clear() } },
            AccessCondition.Undertaking => facts with { Entry = entry with { Undertaking = null } },
            // By roles that need it: others are exempt.
            AccessCondition.Assignment => facts with
            {
                Entry = entry with { Assignments = entry.Assignments.Clear() },
                TokenRoles = [.. Policy.Find(act)!.Roles.Except(Policy.Find(act)!.Exempt)],
            },
            AccessCondition.PartnerUndertaking => facts with { Standing = facts.Standing! with { IsUndertakingLapsed = true } },
            _ => facts with { Standing = facts.Standing! with { Status = PartnerStatus.Suspended } },
        };
    }
}
