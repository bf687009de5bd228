using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>Who needs to know which case, and who keeps away from which. Whether there is such a case, whoever calls has seen.</summary>
public sealed class AssignOfficer(OfficerRegister register, ILedgerStore ledgers, PolicySet policy, TimeProvider time)
{
    /// <summary>Assigns an officer to a case, for as long as the pack says unless it is confirmed. One whose assignment stands stays as it is.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>officer-own-record</c>.</exception>
    public Task AssignAsync(OfficerId by, OfficerId officer, CaseId @case, CancellationToken cancellationToken)
    {
        OfficerRegister.RefuseOwn(by, officer);
        int months = policy.Access?.AssignmentMonths ?? throw new InvalidOperationException("The policy has no access pack.");
        return register.AppendAsync($"officer:{by}", (state, command) =>
            OfficerRegister.Require(state, officer).Assignments.GetValueOrDefault(@case.ToString()) is { } stands && time.GetUtcNow() < stands.LapsesAt(months)
                ? []
                : [new OfficerAssigned { Command = command, Officer = officer, Case = @case }], cancellationToken);
    }

    /// <summary>Assigns the officer who opened a case of ours, as the case's first line says; another one is not. Once: who sends the opening again
    /// does not get back what ended or lapsed.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>.</exception>
    public async Task AssignOpenerAsync(OfficerId officer, CaseId @case, CancellationToken cancellationToken)
    {
        byte[] ledger = await ledgers.ReadAsync(@case.ToString(), 0, cancellationToken);
        if (Array.IndexOf(ledger, (byte)'\n') is > 0 and var end && LedgerLine.Parse(ledger.AsMemory(0, end)).Actor == $"officer:{officer}")
        {
            await register.AppendAsync("system:opening", CommandId.Derive("assign-opener", @case.ToString()), (state, command) =>
            {
                OfficerRegister.Require(state, officer);
                return [new OfficerAssigned { Command = command, Officer = officer, Case = @case }];
            }, cancellationToken);
        }
    }

    /// <summary>Confirms that the officer still needs to know the case; one that lapsed stands again.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>officer-own-record</c>, <c>assignment-not-found</c>.</exception>
    public Task ConfirmAsync(OfficerId by, OfficerId officer, CaseId @case, CancellationToken cancellationToken)
    {
        OfficerRegister.RefuseOwn(by, officer);
        return register.AppendAsync($"officer:{by}", (state, command) =>
        {
            RequireAssignment(state, officer, @case);
            return [new AssignmentConfirmed { Command = command, Officer = officer, Case = @case }];
        }, cancellationToken);
    }

    /// <summary>Ends an assignment at once.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>assignment-not-found</c>.</exception>
    public Task EndAsync(OfficerId by, OfficerId officer, CaseId @case, CancellationToken cancellationToken) =>
        register.AppendAsync($"officer:{by}", (state, command) =>
        {
            if (!OfficerRegister.Require(state, officer).Glass.ContainsKey(@case.ToString()))
                RequireAssignment(state, officer, @case);
            return [new AssignmentEnded { Command = command, Officer = officer, Case = @case }];
        }, cancellationToken);

    /// <summary>Declares that an officer has an interest in a case: the officer, or another who learned of it. One that stands stays as it is.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>.</exception>
    public Task DeclareConflictAsync(OfficerId by, OfficerId officer, CaseId @case, ConflictKind kind, CancellationToken cancellationToken) =>
        register.AppendAsync($"officer:{by}", (state, command) => OfficerRegister.Require(state, officer).Conflicts.ContainsKey(@case.ToString())
            ? []
            : [new ConflictDeclared { Command = command, Officer = officer, Case = @case, Kind = kind }], cancellationToken);

    /// <summary>Finds that there is no conflict: somebody else than the officer, and than who declared it.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>, <c>officer-own-record</c>, <c>own-conflict</c>, <c>conflict-not-found</c>.</exception>
    public Task LiftConflictAsync(OfficerId by, OfficerId officer, CaseId @case, CancellationToken cancellationToken)
    {
        OfficerRegister.RefuseOwn(by, officer);
        return register.AppendAsync($"officer:{by}", (state, command) =>
        {
            Conflict found = OfficerRegister.Require(state, officer).Conflicts.GetValueOrDefault(@case.ToString())
                ?? throw new RefusedException("conflict-not-found", "No conflict of the officer in that case stands.");
            if (found.DeclaredBy == $"officer:{by}")
                throw new RefusedException("own-conflict", "Another officer has to lift the conflict that you declared.");
            return [new ConflictLifted { Command = command, Officer = officer, Case = @case }];
        }, cancellationToken);
    }

    private static void RequireAssignment(OfficerRegisterState state, OfficerId officer, CaseId @case)
    {
        if (!OfficerRegister.Require(state, officer).Assignments.ContainsKey(@case.ToString()))
            throw new RefusedException("assignment-not-found", "The officer is not assigned to that case.");
    }
}
