namespace Rogatory.Core.Transfer;

/// <summary>What a finding does to the decision. In JSON in kebab case.</summary>
public enum FindingEffect
{
    /// <summary>A requirement of the law is met.</summary>
    Holds,

    /// <summary>Something that the reader should know; changes nothing.</summary>
    Note,

    /// <summary>A ground that was raised and that the law does not admit; changes nothing.</summary>
    Disregard,

    /// <summary>A condition comes with the data, or a duty on the sender.</summary>
    Condition,

    /// <summary>A ground that a person has weighed, and goes ahead.</summary>
    Resolved,

    /// <summary>A person must decide, or state a fact.</summary>
    Ask,

    /// <summary>The data may not go.</summary>
    Refuse,
}
