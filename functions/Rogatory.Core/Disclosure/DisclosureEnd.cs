namespace Rogatory.Core.Disclosure;

/// <summary>Why a disclosure ended without being collected.</summary>
public enum DisclosureEnd
{
    /// <summary>Nobody approved in time: silence never discloses.</summary>
    Lapsed,

    /// <summary>What had been allowed no longer was when it was to go.</summary>
    Stopped,

    /// <summary>A copy, or the key envelope beside it, was not what it should be, or gone.</summary>
    CopyMismatch,

    /// <summary>An item of it was restricted, rectified or erased while it was under way.</summary>
    Barred,

    /// <summary>The partner did not collect in time.</summary>
    Expired,

    /// <summary>An item of it is erased.</summary>
    Erased,
}
