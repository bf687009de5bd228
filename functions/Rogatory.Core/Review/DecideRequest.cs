using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Review;

/// <summary>A reviewer decides on a request: on a ground, on cited law, with reasons (LED art. 11: a person decides).</summary>
public sealed class DecideRequest(CaseJournal journal, SealText sealText, DeclaredItems declarations, IncidentRegister incidents, Policy.PolicySet policy, TimeProvider time)
{
    /// <summary>The fewest characters that reasons can have.</summary>
    public const int FewestReasons = 10;

    /// <summary>The most characters that reasons can have.</summary>
    public const int MostReasons = 10_000;

    /// <summary>Seals the reasons and records the decision. The same decision by the same officer again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>decision-malformed</c>, <c>decision-not-possible</c>, <c>ledger-not-whole</c>: an incident of the case's own ledger is open.</exception>
    public async Task<CaseState> RunAsync(OfficerId officer, CaseId @case, ProposedDecision proposed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        Check(proposed);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        string actor = $"officer:{officer}";
        if (await IsRepeatedAsync(state, proposed, actor, cancellationToken))
            return state;
        DecisionGrounds.CheckUnder(state.Request.Instrument, proposed.Kind, proposed.Ground);
        if ((await incidents.LoadAsync(cancellationToken)).Open.Exists(one => one.Case == @case && one.IsOfLedger))
            throw new RefusedException("ledger-not-whole", "The case's ledger does not hold together, or is shorter than it was. Nothing is decided until that incident is closed: rogatory incident list.");
        CheckPossible(state, proposed);

        // What answers a request of ours is taken in, and nothing of it is to be executed.
        IReadOnlyList<Deadline> deadlines = proposed.Kind == DecisionKind.Accept && state.Request.Answers is null
            ? Clocks.AfterDecision(await declarations.ReadRequestAsync(state, cancellationToken), policy, time.GetUtcNow())
            : [];
        CommandId command = CommandId.Derive("decide", @case.ToString(), AttemptId.New().ToString());
        ItemSealed reasons = await sealText.RunAsync(state, "decision", proposed.Reasons, command, cancellationToken);
        ReviewDecision decision = Make(proposed, command, reasons.Item, deadlines);
        Snapshot<CaseState> after = await journal.AppendAsync(@case, actor, command, newest =>
        {
            // It may have been made meanwhile, by this very call sent twice; that is seen below, where its reasons can be read.
            if (newest!.Reasons != state.Reasons && IsAlike(newest, proposed, actor))
                return [];
            CheckPossible(newest, proposed);
            return [reasons, decision];
        }, cancellationToken);
        return after.State!.Has(command) || await IsRepeatedAsync(after.State, proposed, actor, cancellationToken)
            ? after.State
            : throw NotPossible();
    }

    /// <summary>Whether the newest decision is this one, word for word.</summary>
    private async Task<bool> IsRepeatedAsync(CaseState state, ProposedDecision proposed, string actor, CancellationToken cancellationToken) =>
        state.Reasons is { } item && IsAlike(state, proposed, actor) && await sealText.HoldsAsync(state, item, proposed.Reasons, cancellationToken);

    private static bool IsAlike(CaseState state, ProposedDecision proposed, string actor) =>
        state.DecisionName == NameOf(proposed.Kind) && state.DecidedBy == actor
        && state.Ground == proposed.Ground && state.Citation == proposed.Citation;

    private static void Check(ProposedDecision proposed)
    {
        DecisionGrounds.Check(proposed.Kind, proposed.Ground);
        Citation.Check(proposed.Citation, "decision-malformed");
        if (proposed.Reasons.Trim().Length < FewestReasons || proposed.Reasons.Length > MostReasons
            || !RequestText.IsClean(proposed.Reasons, prose: true))
            throw Malformed("/reasons", "Reasons are required, in 10 to 10,000 characters, none of them a control character.");
    }

    private static void CheckPossible(CaseState state, ProposedDecision proposed)
    {
        if (CaseTransitions.Next(state.Phase, NameOf(proposed.Kind), lastItem: false) is null)
            throw NotPossible();
    }

    private static RefusedException NotPossible() =>
        new("decision-not-possible", "The case is not at a point where this can be decided: it waits for its items, or was decided already.");

    private static string NameOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => RequestAccepted.EventName,
        DecisionKind.Refuse => RequestRefused.EventName,
        DecisionKind.Clarify => ClarificationAsked.EventName,
        DecisionKind.Postpone => RequestPostponed.EventName,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ReviewDecision Make(ProposedDecision proposed, CommandId command, ItemId reasons, IReadOnlyList<Deadline> deadlines)
    {
        (string ground, string citation) = (proposed.Ground, proposed.Citation);
        return proposed.Kind switch
        {
            DecisionKind.Accept => new RequestAccepted { Command = command, Ground = ground, Citation = citation, Reasons = reasons, Deadlines = deadlines },
            DecisionKind.Refuse => new RequestRefused { Command = command, Ground = ground, Citation = citation, Reasons = reasons, Deadlines = deadlines },
            DecisionKind.Clarify => new ClarificationAsked { Command = command, Ground = ground, Citation = citation, Reasons = reasons, Deadlines = deadlines },
            DecisionKind.Postpone => new RequestPostponed { Command = command, Ground = ground, Citation = citation, Reasons = reasons, Deadlines = deadlines },
            _ => throw new ArgumentOutOfRangeException(nameof(proposed)),
        };
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("decision-malformed", pointer, detail);
}
