using System.Text.RegularExpressions;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Review;

/// <summary>A reviewer decides on a request: on a ground, on cited law, with reasons (LED art. 11: a person decides).</summary>
public sealed partial class DecideRequest(CaseJournal journal, SealText sealText, DeclaredItems declarations, Policy.PolicySet policy, TimeProvider time)
{
    /// <summary>The most characters that reasons can have.</summary>
    public const int MostReasons = 10_000;

    /// <summary>Seals the reasons and records the decision. The same decision by the same officer again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>decision-malformed</c>, <c>decision-not-possible</c>.</exception>
    public async Task<CaseState> RunAsync(OfficerId officer, CaseId @case, ProposedDecision proposed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        Check(proposed);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        string actor = $"officer:{officer}";
        if (IsRepeated(state, proposed, actor))
            return state;
        CheckPossible(state, proposed);

        IReadOnlyList<Deadline> deadlines = proposed.Kind == DecisionKind.Accept
            ? Clocks.AfterDecision(await declarations.ReadRequestAsync(state, cancellationToken), policy, time.GetUtcNow())
            : [];
        CommandId command = CommandId.Derive("decide", @case.ToString(), AttemptId.New().ToString());
        ItemSealed reasons = await sealText.RunAsync(state, "decision", proposed.Reasons, command, cancellationToken);
        ReviewDecision decision = Make(proposed, command, reasons.Item, deadlines);
        Snapshot<CaseState> after = await journal.AppendAsync(@case, actor, command, newest =>
        {
            if (IsRepeated(newest!, proposed, actor))
                return [];
            CheckPossible(newest!, proposed);
            return [reasons, decision];
        }, cancellationToken);
        return after.State!;
    }

    private static void Check(ProposedDecision proposed)
    {
        if (!GroundForm().IsMatch(proposed.Ground))
            throw Malformed("/ground", "The ground is a code of lower-case letters, digits and hyphens, at most 64.");
        if (!CitationForm().IsMatch(proposed.Citation))
            throw Malformed("/citation", "The citation names the article relied on, in 3 to 120 letters, digits and signs of a citation.");
        if (string.IsNullOrWhiteSpace(proposed.Reasons) || proposed.Reasons.Length > MostReasons)
            throw Malformed("/reasons", "Reasons are required, in at most 10,000 characters.");
    }

    private static void CheckPossible(CaseState state, ProposedDecision proposed)
    {
        if (CaseTransitions.Next(state.Phase, NameOf(proposed.Kind), lastItem: false) is null)
            throw new RefusedException("decision-not-possible", "The case is not at a point where this can be decided.");
    }

    private static bool IsRepeated(CaseState state, ProposedDecision proposed, string actor) =>
        state.DecisionName == NameOf(proposed.Kind) && state.DecidedBy == actor
        && state.Ground == proposed.Ground && state.Citation == proposed.Citation;

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

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GroundForm();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 .,;:()/§-]{2,119}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CitationForm();
}
