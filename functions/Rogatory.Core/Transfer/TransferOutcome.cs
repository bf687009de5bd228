namespace Rogatory.Core.Transfer;

/// <summary>What the transfer check says. In JSON in kebab case: <c>allowed-with-conditions</c>.</summary>
public enum TransferOutcome
{
    /// <summary>The data may go.</summary>
    Allowed,

    /// <summary>The data may go, and conditions with them.</summary>
    AllowedWithConditions,

    /// <summary>A person must state a fact or weigh a ground; <see cref="TransferDecision.Needs"/> says which, and who.</summary>
    NeedsAPerson,

    /// <summary>The data may not go.</summary>
    Refused,
}
