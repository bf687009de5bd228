using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access.Officers;

/// <summary>What the register says of an officer.</summary>
public sealed record OfficerEntry
{
    /// <summary>The officer.</summary>
    public required OfficerId Officer { get; init; }

    /// <summary>The roles that two admins granted. One counts while the officer's token shows it too.</summary>
    public ImmutableSortedSet<OfficerRole> Roles { get; init; } = [];

    /// <summary>The officer's unit; null until a proposal is approved.</summary>
    public string? Unit { get; init; }

    /// <summary>The highest handling code that the officer may see; null until a proposal is approved.</summary>
    public string? Clearance { get; init; }

    /// <summary>Whether the officer is suspended, whatever else stands here.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The proposal that waits for another admin, if there is one.</summary>
    public OfficerProposal? Proposal { get; init; }

    /// <summary>The approval that the roles stand by; null where none does, or something was taken away since.</summary>
    public OfficerApproval? Approval { get; init; }

    /// <summary>The newest record of each course.</summary>
    public ImmutableSortedDictionary<string, TrainingRecorded> Training { get; init; } = ImmutableSortedDictionary.Create<string, TrainingRecorded>(StringComparer.Ordinal);

    /// <summary>The newest undertaking; null where none was signed.</summary>
    public UndertakingSigned? Undertaking { get; init; }

    /// <summary>The cases that the officer is assigned to, by case; those that lapsed are among them.</summary>
    public ImmutableSortedDictionary<string, Assignment> Assignments { get; init; } = ImmutableSortedDictionary.Create<string, Assignment>(StringComparer.Ordinal);

    /// <summary>The conflicts that stand, by case.</summary>
    public ImmutableSortedDictionary<string, Conflict> Conflicts { get; init; } = ImmutableSortedDictionary.Create<string, Conflict>(StringComparer.Ordinal);

    /// <summary>The newest glass that the officer broke, by case; none that was found unjustified, or that an assignment's ending took away.</summary>
    public ImmutableSortedDictionary<string, GlassBroken> Glass { get; init; } = ImmutableSortedDictionary.Create<string, GlassBroken>(StringComparer.Ordinal);

    /// <summary>The entry after one more line of the register about this officer; null where it cannot follow.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="actor">Who did it, as the ledger names actors.</param>
    /// <param name="at">When.</param>
    internal OfficerEntry? Apply(OfficerEvent happened, string actor, DateTimeOffset at)
    {
        bool isSelf = actor == $"officer:{Officer}";
        return happened switch
        {
            OfficerProposed one => isSelf ? null : this with { Proposal = new OfficerProposal(one, actor) },
            OfficerApproved one when IsOpen(one.Proposal) && !isSelf && Proposal!.ProposedBy != actor => this with
            {
                Roles = [.. Proposal.Proposed.Roles],
                Unit = Proposal.Proposed.Unit,
                Clearance = Proposal.Proposed.Clearance,
                IsSuspended = false,
                Proposal = null,
                Approval = new OfficerApproval(one.Proposal, actor),
            },
            OfficerRejected one when IsOpen(one.Proposal) => this with { Proposal = null },
            RoleWithdrawn one when Roles.Contains(one.Role) => this with { Roles = Roles.Remove(one.Role), Proposal = null, Approval = null },
            OfficerSuspended => this with { IsSuspended = true, Proposal = null, Approval = null },
            TrainingRecorded one when !isSelf => this with { Training = Training.SetItem(one.Course, one) },
            UndertakingSigned one when !isSelf => this with { Undertaking = one },
            OfficerAssigned one when !isSelf => this with { Assignments = Assignments.SetItem(one.Case.ToString(), new Assignment(one.Case, at, at)) },
            AssignmentConfirmed one when !isSelf && Find(one.Case) is { } known => this with { Assignments = Assignments.SetItem(one.Case.ToString(), known with { ConfirmedAt = at }) },
            // Who is no more to see the case does not see it through a broken glass either.
            AssignmentEnded one when Find(one.Case) is not null || Glass.ContainsKey(one.Case.ToString()) =>
                this with { Assignments = Assignments.Remove(one.Case.ToString()), Glass = Glass.Remove(one.Case.ToString()) },
            ConflictDeclared one when !Conflicts.ContainsKey(one.Case.ToString()) =>
                this with { Conflicts = Conflicts.Add(one.Case.ToString(), new Conflict(one.Case, one.Kind, actor)) },
            ConflictLifted one when !isSelf && Conflicts.TryGetValue(one.Case.ToString(), out Conflict? conflict) && conflict.DeclaredBy != actor =>
                this with { Conflicts = Conflicts.Remove(one.Case.ToString()) },
            GlassBroken one when isSelf => this with { Glass = Glass.SetItem(one.Case.ToString(), one) },
            GlassReviewed one when !isSelf => one.Outcome == GlassOutcome.Unjustified ? this with { Glass = Glass.RemoveRange(Glass.Where(known => known.Value.Glass == one.Glass).Select(known => known.Key)) } : this,
            _ => null,
        };
    }

    private bool IsOpen(int proposal) => Proposal?.Proposed.Proposal == proposal;

    private Assignment? Find(CaseId @case) => Assignments.GetValueOrDefault(@case.ToString());
}
