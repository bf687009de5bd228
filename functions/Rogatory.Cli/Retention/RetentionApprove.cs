namespace Rogatory.Cli.Retention;

internal sealed class RetentionApprove() : ErasureDecision(
    "approve", "Approves an erasure that another officer proposed; your training and undertaking must be on record.",
    "rogatory retention approve 7K3Q-F2M9-X4TD 1 --reasons 'Nothing needs it any more.'");
