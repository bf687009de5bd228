using System.Buffers;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Access;

/// <summary>What officers are authorized to: given by two admins, taken away by one at once.</summary>
public sealed class AuthorizeOfficer(OfficerRegister register, FoundingAdmins founders)
{
    private const int MostUnit = 40;
    private static readonly SearchValues<char> InUnit = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Proposes all that the officer is to have, or to have again after a suspension. An open proposal for the officer is replaced; the same one again is answered as done.</summary>
    /// <returns>The proposal's number.</returns>
    /// <exception cref="RefusedException"><c>officer-malformed</c>, <c>officer-own-record</c>.</exception>
    public async Task<int> ProposeAsync(
        OfficerId admin, OfficerId officer, IReadOnlyCollection<OfficerRole> roles, string unit, string clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(roles);
        OfficerRegister.RefuseOwn(admin, officer);
        if (roles.Count == 0)
            throw RefusedException.Malformed("officer-malformed", "/roles", "At least one role is proposed.");
        if (unit is not { Length: >= 1 and <= MostUnit } || unit.AsSpan().ContainsAnyExcept(InUnit))
            throw RefusedException.Malformed("officer-malformed", "/unit", "A unit is a code of 1 to 40 lower-case letters, digits and hyphens.");
        if (clearance is null || !RequestVocabulary.Handlings.Contains(clearance))
            throw RefusedException.Malformed("officer-malformed", "/clearance", "The clearance is H0, H1, H2 or H3.");
        string actor = $"officer:{admin}";
        OfficerRole[] all = [.. roles.Distinct().Order()];
        OfficerRegisterState after = await register.AppendAsync(actor, (state, command) =>
            state.Find(officer)?.Proposal is { } open && open.ProposedBy == actor && open.Proposed is { } same
            && same.Roles.SequenceEqual(all) && same.Unit == unit && same.Clearance == clearance
                ? []
                : [new OfficerProposed { Command = command, Officer = officer, Proposal = state.Proposals + 1, Roles = all, Unit = unit, Clearance = clearance }], cancellationToken);
        return after.Find(officer)?.Proposal?.Proposed.Proposal ?? after.Proposals;
    }

    /// <summary>Another admin approves, and the officer has what was proposed. The same again is answered as done, until something else is said of the officer's roles.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>officer-own-record</c>, <c>own-proposal</c>, <c>proposal-not-found</c>: it is not, or no more, open.</exception>
    public Task ApproveAsync(OfficerId admin, OfficerId officer, int proposal, CancellationToken cancellationToken)
    {
        OfficerRegister.RefuseOwn(admin, officer);
        return register.AppendAsync($"officer:{admin}", (state, command) =>
        {
            if (OfficerRegister.Require(state, officer).Approval is { } approved && approved == new OfficerApproval(proposal, $"officer:{admin}"))
                return [];
            if (FindOpen(state, officer, proposal).ProposedBy == $"officer:{admin}")
                throw new RefusedException("own-proposal", "Another admin has to approve what you proposed.");
            return [new OfficerApproved { Command = command, Officer = officer, Proposal = proposal }];
        }, cancellationToken);
    }

    /// <summary>An admin rejects, or takes an own proposal back.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>officer-own-record</c>, <c>proposal-not-found</c>.</exception>
    public Task RejectAsync(OfficerId admin, OfficerId officer, int proposal, CancellationToken cancellationToken)
    {
        OfficerRegister.RefuseOwn(admin, officer);
        return register.AppendAsync($"officer:{admin}", (state, command) =>
        {
            FindOpen(state, officer, proposal);
            return [new OfficerRejected { Command = command, Officer = officer, Proposal = proposal }];
        }, cancellationToken);
    }

    /// <summary>Takes a role away at once; an open proposal for the officer goes with it. A founding admin is one by the settings: to withdraw that would take nothing away.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>founder-keeps-role</c>.</exception>
    public Task WithdrawAsync(OfficerId admin, OfficerId officer, OfficerRole role, CancellationToken cancellationToken)
    {
        if (role == OfficerRole.Admin && founders.Include(officer))
            throw new RefusedException("founder-keeps-role", "The deployment's settings make this officer an admin, whatever the register says. Suspend the officer, or name another founder in the settings first.");
        return register.AppendAsync($"officer:{admin}", (state, command) => OfficerRegister.Require(state, officer).Roles.Contains(role)
            ? [new RoleWithdrawn { Command = command, Officer = officer, Role = role }]
            : RejectOpen(state, officer, command), cancellationToken);
    }

    /// <summary>Suspends the officer at once; an open proposal for the officer goes with it. A founding admin needs no entry for that.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>.</exception>
    public Task SuspendAsync(OfficerId admin, OfficerId officer, CancellationToken cancellationToken) =>
        register.AppendAsync($"officer:{admin}", (state, command) => state.Find(officer) is null && founders.Include(officer) || !OfficerRegister.Require(state, officer).IsSuspended
            ? [new OfficerSuspended { Command = command, Officer = officer }]
            : RejectOpen(state, officer, command), cancellationToken);

    // What was taken away already: an open proposal would give it back.
    private static OfficerRejected[] RejectOpen(OfficerRegisterState state, OfficerId officer, CommandId command) =>
        OfficerRegister.Require(state, officer).Proposal is { } open
            ? [new OfficerRejected { Command = command, Officer = officer, Proposal = open.Proposed.Proposal }]
            : [];

    private static OfficerProposal FindOpen(OfficerRegisterState state, OfficerId officer, int proposal) =>
        OfficerRegister.Require(state, officer).Proposal is { } open && open.Proposed.Proposal == proposal
            ? open
            : throw new RefusedException("proposal-not-found", "No such proposal is open: it was decided on, replaced, or fell with a suspension.");
}
