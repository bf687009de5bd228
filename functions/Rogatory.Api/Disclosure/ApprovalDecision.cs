namespace Rogatory.Api.Disclosure;

/// <summary>Yes or no.</summary>
public enum ApprovalDecision
{
    Approve,
    Reject,
}
