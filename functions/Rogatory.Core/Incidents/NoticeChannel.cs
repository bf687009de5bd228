namespace Rogatory.Core.Incidents;

/// <summary>By what way a notice went.</summary>
public enum NoticeChannel
{
    /// <summary>The form of the supervisory authority.</summary>
    Portal,

    /// <summary>Protected electronic mail.</summary>
    SecureMail,

    /// <summary>A channel between authorities, such as that of a central authority.</summary>
    AuthorityChannel,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>Made known to the public (LED art. 31(3)(c)).</summary>
    Publication,

    /// <summary>By word of mouth, confirmed in writing.</summary>
    InPerson,
}
