namespace Rogatory.Cli.Access;

internal sealed class PartnerReject() : PartnerDecide("reject", "Rejects what was proposed about a partner, or takes it back.");
