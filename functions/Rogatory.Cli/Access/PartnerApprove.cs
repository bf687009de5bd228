namespace Rogatory.Cli.Access;

internal sealed class PartnerApprove() : PartnerDecide("approve", "Approves what another admin proposed about a partner; it takes effect at once.");
