namespace Rogatory.Core.Retention;

/// <summary>Who was informed before a restriction was lifted (LED art. 16(3)).</summary>
public enum InformedParty
{
    /// <summary>The person whose data they are.</summary>
    Person,

    /// <summary>The authority that the data came from, which is in touch with that person.</summary>
    Originator,
}
