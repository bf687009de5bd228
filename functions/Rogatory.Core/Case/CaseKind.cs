namespace Rogatory.Core.Case;

/// <summary>Who began a case, and for what.</summary>
public enum CaseKind
{
    /// <summary>A partner asks us.</summary>
    Incoming,

    /// <summary>We inform a partner without being asked (UNTOC art. 18(4), UNCAC art. 46(4), ETS 182 art. 11).</summary>
    Spontaneous,

    /// <summary>We ask a partner.</summary>
    Outgoing,

    /// <summary>A file of our own that goes to nobody: what people wrote about incidents that concern no case, or one that can't be read.</summary>
    Internal,
}
