namespace Rogatory.Core.Policy;

/// <summary>A rung that can be tried.</summary>
internal sealed record CompiledRung(TransferRung Rung, Predicate Holds);
