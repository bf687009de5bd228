namespace Rogatory.Azure.Flow;

/// <summary>What one receive brought.</summary>
/// <param name="WakeUps">Each to be completed once its case was looked at.</param>
/// <param name="Poisoned">How many messages were moved to the poison queue instead.</param>
public sealed record WakeUpBatch(IReadOnlyList<WakeUp> WakeUps, int Poisoned);
