namespace Rogatory.Core.Access;

/// <summary>What became of a proposal about a partner.</summary>
public enum ProposalOutcome
{
    /// <summary>Nobody has decided on it.</summary>
    Open,

    /// <summary>A second admin approved it.</summary>
    Approved,

    /// <summary>An admin rejected it, or it was taken back.</summary>
    Rejected,

    /// <summary>Another was proposed before anybody decided on it.</summary>
    Superseded,
}
