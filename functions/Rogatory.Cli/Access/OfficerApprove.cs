namespace Rogatory.Cli.Access;

internal sealed class OfficerApprove() : OfficerDecision("approve", "Approves what another admin proposed for an officer.");
