namespace Rogatory.Core.Access;

/// <summary>How a partner stands in the register.</summary>
public enum PartnerStatus
{
    /// <summary>No entry of it was ever approved.</summary>
    NotRegistered,

    /// <summary>It has an entry. Whether its keys are valid is another matter.</summary>
    Active,

    /// <summary>It has an entry, and nothing is accepted from it or goes to it.</summary>
    Suspended,
}
