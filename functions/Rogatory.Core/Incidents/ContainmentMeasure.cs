namespace Rogatory.Core.Incidents;

/// <summary>What is done so that an incident does no more harm.</summary>
public enum ContainmentMeasure
{
    /// <summary>A partner is suspended: nothing is taken from it or handed to it.</summary>
    SuspendPartner,

    /// <summary>An officer is suspended: no call of theirs is answered.</summary>
    SuspendOfficer,

    /// <summary>A case's disclosures that were not handed out are withdrawn.</summary>
    WithdrawDisclosures,

    /// <summary>A legal hold is placed on a case, so that nothing of it is erased while it may be evidence.</summary>
    HoldErasure,

    /// <summary>The key-encryption key is rotated: every key envelope is made anew, and the retired version goes out of use once nothing is under it.</summary>
    RotateKeys,

    /// <summary>A retired version of the key-encryption key that nothing is under is disabled at once.</summary>
    DisableKeyVersion,
}
