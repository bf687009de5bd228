namespace Rogatory.Core.Case;

/// <summary>What a case waits for. The only thing transitions depend on, beside what is still missing.</summary>
public enum CasePhase
{
    /// <summary>No request has been opened under this id.</summary>
    None,

    /// <summary>Declared items are still to be sealed.</summary>
    AwaitingItems,

    /// <summary>Everything is sealed; the intake receipt is due.</summary>
    AwaitingReceipt,

    /// <summary>A reviewer has to decide.</summary>
    AwaitingDecision,

    /// <summary>The partner was asked to clarify.</summary>
    ClarificationAsked,

    /// <summary>Execution was postponed, on a stated ground.</summary>
    Postponed,

    /// <summary>The request was accepted, or the case is ours: what it holds can be disclosed.</summary>
    Accepted,

    /// <summary>The request was refused, with reasons.</summary>
    Refused,
}
