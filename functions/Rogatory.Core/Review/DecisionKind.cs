namespace Rogatory.Core.Review;

/// <summary>What a reviewer can decide.</summary>
public enum DecisionKind
{
    /// <summary>Execute the request.</summary>
    Accept,

    /// <summary>Do not execute it.</summary>
    Refuse,

    /// <summary>Ask the partner to clarify first.</summary>
    Clarify,

    /// <summary>Execute it later.</summary>
    Postpone,
}
