namespace Rogatory.Cli.Access;

internal sealed class OfficerReject() : OfficerDecision("reject", "Rejects what is proposed for an officer, or takes an own proposal back.");
