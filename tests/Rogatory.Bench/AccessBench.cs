using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Bench;

/// <summary>Decisions of the access check on one thread: an officer who may read an item, and one who lacks all that the act asks for.</summary>
internal static class AccessBench
{
    private const int Decisions = 100_000;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        AccessPolicy policy = PolicySet.Load().Access!;
        AccessFacts admitted = Facts(policy);
        AccessFacts refused = admitted with { Entry = new OfficerEntry { Officer = admitted.Officer!.Value, IsSuspended = true } };
        if (!AccessCheck.Decide(policy, admitted).IsAllowed || AccessCheck.Decide(policy, refused).Findings.Count < 5)
            throw new InvalidOperationException("The facts are not those that are to be measured.");
        table.AtLeast("access check that admits, one core", await RateAsync(rounds, () => AccessCheck.Decide(policy, admitted)), "per s", 100_000);
        table.AtLeast("access check that refuses, one core", await RateAsync(rounds, () => AccessCheck.Decide(policy, refused)), "per s", 100_000);
    }

    private static AccessFacts Facts(AccessPolicy policy)
    {
        var (officer, @case) = (OfficerId.Parse("bench-officer"), CaseId.Of(PartnerId.Parse("fr-bench"), "bench"));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CommandId command = CommandId.Derive("bench", "access");
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime);
        return new AccessFacts
        {
            Act = AccessAct.GetItemContent,
            At = now,
            Officer = officer,
            TokenRoles = [OfficerRole.Reviewer, OfficerRole.Intake],
            Case = new AccessCase(@case, "H2", HoldsSpecial: true, ConcernsVulnerable: true),
            Entry = new OfficerEntry
            {
                Officer = officer,
                Roles = [OfficerRole.Reviewer, OfficerRole.Intake],
                Unit = "desk",
                Clearance = "H3",
                Training = policy.Courses.Values.ToImmutableSortedDictionary(course => course.Id, course => new TrainingRecorded
                {
                    Command = command, Officer = officer, Course = course.Id, Version = course.Versions[^1], PassedOn = day,
                    ValidUntil = now.AddYears(1), Evidence = EvidenceKind.Certificate, Reference = "bench", Digest = null,
                }, StringComparer.Ordinal),
                Undertaking = new UndertakingSigned
                {
                    Command = command, Officer = officer, Version = policy.Undertaking.Version, Digest = policy.Undertaking.Digest, SignedOn = day, ValidUntil = now.AddYears(1),
                },
                Assignments = Enumerable.Range(0, 200).Select(number => CaseId.Of(PartnerId.Parse("fr-bench"), $"bench-{number}")).Append(@case)
                    .ToImmutableSortedDictionary(one => one.ToString(), one => new Assignment(one, now, now), StringComparer.Ordinal),
            },
        };
    }

    private static async Task<double> RateAsync(int rounds, Func<AccessDecision> decide)
    {
        Task Round()
        {
            for (int i = 0; i < Decisions; i++)
                decide();
            return Task.CompletedTask;
        }

        await Round();
        var seconds = new List<double>();
        for (int round = 0; round < rounds; round++)
            seconds.Add(await Measure.SecondsAsync(Round));
        return Decisions / Measure.Median(seconds);
    }
}
