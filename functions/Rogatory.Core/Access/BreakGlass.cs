using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Access;

/// <summary>In an emergency an officer sees a case without an assignment, for a few hours and for stated reasons, which a second person reviews.</summary>
/// <remarks>The reasons are sealed in the case, and the register names them. The line in the register, and the incident that it opens, are the notice to the data protection officer.</remarks>
public sealed class BreakGlass(OfficerRegister register, CaseJournal journal, SealText sealText, OpenIncident incidents, PolicySet policy, TimeProvider time)
{
    // One emergency can reach into a few cases, and never into all.
    private const int MostOpen = 3;

    /// <summary>Breaks the glass. While the officer's glass of this case is broken, the same again is answered with it.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>reasons-required</c>, <c>officer-not-found</c>, <c>glass-review-open</c>: an earlier one of the officer, or three of these four hours, wait for their reviews.</exception>
    public async Task<Glass> BreakAsync(OfficerId officer, CaseId @case, string reasons, CancellationToken cancellationToken)
    {
        TimeSpan lasts = policy.Access?.GlassTime ?? throw new InvalidOperationException("The policy has no access pack.");
        ApproveDisclosure.CheckReasons(reasons);
        DateTimeOffset now = time.GetUtcNow();
        OfficerRegisterState known = await register.GetAsync(cancellationToken);
        if (FindBroken(known, officer, @case, now) is { } broken)
        {
            await TellAsync(officer, @case, cancellationToken);
            return broken;
        }

        Refuse(known, officer, now);
        ItemId words = await SealAsync(officer, @case, "glass", reasons, cancellationToken);
        OfficerRegisterState after = await register.AppendAsync($"officer:{officer}", (state, command) =>
        {
            if (FindBroken(state, officer, @case, now) is not null)
                return [];
            Refuse(state, officer, now);
            return [new GlassBroken { Command = command, Officer = officer, Glass = state.Glass.Count + 1, Case = @case, Reasons = words, Until = now + lasts }];
        }, cancellationToken);
        await TellAsync(officer, @case, cancellationToken);
        return FindBroken(after, officer, @case, now)!;
    }

    /// <summary>Closes the review of a broken glass: another than who broke it. The same again is answered as done.</summary>
    /// <exception cref="RefusedException"><c>glass-not-found</c>, <c>reasons-required</c>, <c>own-glass</c>, <c>glass-reviewed</c>.</exception>
    public async Task<Glass> ReviewAsync(OfficerId reviewer, int glass, GlassOutcome outcome, string reasons, CancellationToken cancellationToken)
    {
        ApproveDisclosure.CheckReasons(reasons);
        string actor = $"officer:{reviewer}";
        Glass found = Find(await register.GetAsync(cancellationToken));
        if (!IsOpen(found))
            return found;
        ItemId words = await SealAsync(reviewer, found.Broken.Case, "glass-review", reasons, cancellationToken);
        return Find(await register.AppendAsync(actor, (state, command) => IsOpen(Find(state))
            ? [new GlassReviewed { Command = command, Officer = found.Broken.Officer, Glass = glass, Outcome = outcome, Reasons = words }]
            : [], cancellationToken));

        Glass Find(OfficerRegisterState state) => glass >= 1 && glass <= state.Glass.Count
            ? state.Glass[glass - 1]
            : throw new RefusedException("glass-not-found", "No such glass was broken.");

        bool IsOpen(Glass one)
        {
            if (one.Broken.Officer == reviewer)
                throw new RefusedException("own-glass", "Another officer has to review the glass that you broke.");
            return one.IsOpen || (one.ReviewedBy == actor && one.Review!.Outcome == outcome
                ? false
                : throw new RefusedException("glass-reviewed", "The review of this glass is closed."));
        }
    }

    private static Glass? FindBroken(OfficerRegisterState state, OfficerId officer, CaseId @case, DateTimeOffset now) =>
        state.Find(officer)?.Glass.GetValueOrDefault(@case.ToString()) is { } broken && now < broken.Until ? state.Glass[broken.Glass - 1] : null;

    private static void Refuse(OfficerRegisterState state, OfficerId officer, DateTimeOffset now)
    {
        OfficerRegister.Require(state, officer);
        Glass[] open = [.. state.Glass.Where(one => one.IsOpen && one.Broken.Officer == officer)];
        if (open.Length >= MostOpen || open.Any(one => now >= one.Broken.Until))
            throw new RefusedException("glass-review-open", "What you broke before waits for its review: the data protection officer or an approver closes it first.");
    }

    // Asked each time: a program that died after the register's line has told nobody yet.
    private Task TellAsync(OfficerId officer, CaseId @case, CancellationToken cancellationToken) =>
        incidents.MeetAsync(new IncidentReport(IncidentCause.GlassBroken, new IncidentPlace(@case, Officer: officer)), cancellationToken);

    private async Task<ItemId> SealAsync(OfficerId officer, CaseId @case, string kind, string text, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        CommandId command = CommandId.Derive(kind, @case.ToString(), AttemptId.New().ToString());
        ItemSealed words = await sealText.RunAsync(state, kind, text, command, cancellationToken);
        await journal.AppendAsync(@case, $"officer:{officer}", command, _ => [words], cancellationToken);
        return words.Item;
    }
}
