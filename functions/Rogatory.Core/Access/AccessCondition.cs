namespace Rogatory.Core.Access;

/// <summary>What an act can need.</summary>
public enum AccessCondition
{
    /// <summary>The pack has an entry for the act, and it is for this kind of caller.</summary>
    Act,

    /// <summary>The officer is not suspended.</summary>
    Standing,

    /// <summary>A role that the register grants and the token shows.</summary>
    Role,

    /// <summary>The act is not about the officer's own record.</summary>
    Separation,

    /// <summary>No conflict of interest in the case.</summary>
    Conflict,

    /// <summary>A clearance as high as the case's handling code.</summary>
    Clearance,

    /// <summary>A course, passed and still valid.</summary>
    Course,

    /// <summary>The confidentiality undertaking, in its version in use, signed and still valid.</summary>
    Undertaking,

    /// <summary>An assignment to the case that has not lapsed, or a glass broken for it.</summary>
    Assignment,

    /// <summary>The partner is registered and not suspended.</summary>
    PartnerStanding,

    /// <summary>The undertaking of confidentiality that the partner signed, if it signed one, has not lapsed.</summary>
    PartnerUndertaking,
}
