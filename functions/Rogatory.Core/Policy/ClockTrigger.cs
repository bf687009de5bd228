namespace Rogatory.Core.Policy;

/// <summary>What starts a clock.</summary>
public enum ClockTrigger
{
    /// <summary>The request was received.</summary>
    Receipt,

    /// <summary>It was decided to execute the request.</summary>
    Decision,

    /// <summary>It was decided to refuse the request.</summary>
    Refusal,

    /// <summary>The request was executed.</summary>
    Execution,

    /// <summary>A disclosure was proposed.</summary>
    Proposal,

    /// <summary>A disclosure was granted.</summary>
    Grant,

    /// <summary>A disclosure's manifest was signed: the partner can collect.</summary>
    Manifest,

    /// <summary>An erasure was proposed.</summary>
    Erasure,

    /// <summary>A date of review or erasure, from which it counts back.</summary>
    Retention,

    /// <summary>A notice of a correction was signed.</summary>
    Notice,
}
