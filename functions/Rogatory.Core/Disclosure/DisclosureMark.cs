namespace Rogatory.Core.Disclosure;

/// <summary>What a date of a disclosure brings with it.</summary>
public enum DisclosureMark
{
    /// <summary>The approvers are reminded.</summary>
    Escalated,

    /// <summary>It lapses without approval.</summary>
    Lapsed,

    /// <summary>Its grant ran out before everything was released.</summary>
    Stopped,

    /// <summary>An item of it was corrected: it goes no further.</summary>
    Barred,

    /// <summary>The partner is reminded of its receipt.</summary>
    Reminded,

    /// <summary>The receipt is overdue.</summary>
    Overdue,

    /// <summary>It is over, uncollected.</summary>
    Expired,
}
