namespace Rogatory.Cli.Retention;

internal sealed class RetentionReject() : ErasureDecision(
    "reject", "Rejects an erasure that was proposed; nothing is erased.",
    "rogatory retention reject 7K3Q-F2M9-X4TD 1 --reasons 'It may be needed in the appeal.'");
