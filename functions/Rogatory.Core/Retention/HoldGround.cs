namespace Rogatory.Core.Retention;

/// <summary>Why an item is kept from being erased.</summary>
public enum HoldGround
{
    /// <summary>It is evidence in proceedings that are not over (LED art. 16(3)(b)).</summary>
    PendingProceedings,

    /// <summary>A partner asked to have it preserved (ETS 185 art. 29, LED art. 16(3)(b)).</summary>
    PreservationRequested,

    /// <summary>The person that the data are about needs it, to have their rights (LED art. 16(3), 52 to 54).</summary>
    PersonsRights,

    /// <summary>The supervisory authority, a court or an audit looks into what was done with it (LED art. 26, 47).</summary>
    Inquiry,
}
