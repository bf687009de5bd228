namespace Rogatory.Core.Retention;

/// <summary>A correction as the ledger has it.</summary>
/// <param name="Event">What it says.</param>
/// <param name="By">Who made it.</param>
public sealed record Correction<TEvent>(TEvent Event, string By)
    where TEvent : CorrectionEvent;
