namespace Rogatory.Core.Case;

/// <summary>The nine stages, in the order a case goes through them.</summary>
public enum CaseStage
{
    /// <summary>A request arrives.</summary>
    Intake,

    /// <summary>Its items are sealed.</summary>
    Sealing,

    /// <summary>What the items hold is identified.</summary>
    Classification,

    /// <summary>What letting them out would risk.</summary>
    Risk,

    /// <summary>A person decides on the request.</summary>
    Review,

    /// <summary>What the law lets go, to whom.</summary>
    Transfer,

    /// <summary>It goes.</summary>
    Disclosure,

    /// <summary>The partner confirms.</summary>
    Receipt,

    /// <summary>It is kept no longer than it must be.</summary>
    Retention,
}
