namespace Rogatory.Core.Disclosure;

/// <summary>Where a disclosure stands.</summary>
public enum DisclosureStep
{
    /// <summary>It waits for approvals.</summary>
    Proposed,

    /// <summary>The transfer check did not allow what was proposed. A new proposal can state what this one lacked.</summary>
    NotAllowed,

    /// <summary>An approver rejected it.</summary>
    Rejected,

    /// <summary>Every approval is there; the flow checks again and grants.</summary>
    Approved,

    /// <summary>The flow releases its items.</summary>
    Granted,

    /// <summary>The partner can collect, and has been handed nothing yet.</summary>
    Ready,

    /// <summary>The partner was handed key envelopes and links.</summary>
    Fetched,

    /// <summary>The partner's receipt is in.</summary>
    Received,

    /// <summary>An officer withdrew it before anything was handed out.</summary>
    Withdrawn,

    /// <summary>It was recalled after it had been handed out.</summary>
    Recalled,

    /// <summary>The partner confirmed what it did on the recall.</summary>
    Acknowledged,

    /// <summary>It ended by itself, uncollected.</summary>
    Ended,
}
