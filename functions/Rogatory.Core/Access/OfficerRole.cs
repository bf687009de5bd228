namespace Rogatory.Core.Access;

/// <summary>What an officer may do. The names, in lower case, are the values of the claim <c>roles</c>.</summary>
public enum OfficerRole
{
    /// <summary>Looks after requests as they come in.</summary>
    Intake,

    /// <summary>Decides on requests, and proposes disclosures.</summary>
    Reviewer,

    /// <summary>Approves or rejects what another officer proposed.</summary>
    Approver,

    /// <summary>Reads cases and ledgers, and changes nothing.</summary>
    Auditor,

    /// <summary>Data protection officer.</summary>
    Dpo,

    /// <summary>Changes the partner register.</summary>
    Admin,
}
