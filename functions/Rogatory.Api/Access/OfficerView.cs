using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

/// <summary>An officer as the register has them.</summary>
/// <param name="Founder">Whether the deployment's settings make the officer an admin, whatever the register says of roles.</param>
public sealed record OfficerView(
    string Officer,
    IReadOnlyList<OfficerRole> Roles,
    string? Unit,
    string? Clearance,
    bool Suspended,
    bool Founder,
    OfficerViewProposal? Proposal,
    IReadOnlyList<OfficerViewCourse> Courses,
    OfficerViewUndertaking? Undertaking,
    IReadOnlyList<OfficerViewAssignment> Assignments,
    IReadOnlyList<OfficerViewConflict> Conflicts)
{
    public static OfficerView Of(OfficerEntry entry, bool isFounder, AccessPolicy policy) => new(
        entry.Officer.ToString(),
        [.. entry.Roles],
        entry.Unit,
        entry.Clearance,
        entry.IsSuspended,
        isFounder,
        entry.Proposal is { Proposed: var one, ProposedBy: var by } ? new OfficerViewProposal(one.Proposal, one.Roles, one.Unit, one.Clearance, by) : null,
        [.. entry.Training.Values.Select(passed => new OfficerViewCourse(passed.Course, passed.Version, passed.PassedOn, passed.ValidUntil, passed.Evidence, passed.Reference))],
        entry.Undertaking is { } signed ? new OfficerViewUndertaking(signed.Version, signed.SignedOn, signed.ValidUntil) : null,
        [.. entry.Assignments.Values.Select(known => new OfficerViewAssignment(
            known.Case.ToString(), known.AssignedAt, known.ConfirmedAt, known.LapsesAt(policy.AssignmentMonths)))],
        [.. entry.Conflicts.Values.Select(known => new OfficerViewConflict(known.Case.ToString(), known.Kind, known.DeclaredBy))]);
}
