using Rogatory.Core.Case;

namespace Rogatory.Azure.Flow;

/// <summary>What one receive brought.</summary>
/// <param name="WakeUps">Each to be completed once its case was looked at.</param>
/// <param name="Poisoned">The case of each message that was moved to the poison queue instead; null where nobody can read which.</param>
public sealed record WakeUpBatch(IReadOnlyList<WakeUp> WakeUps, IReadOnlyList<CaseId?> Poisoned);
