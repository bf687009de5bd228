namespace Rogatory.Core.Policy;

/// <summary>The rules, ladders and tables of the transfer check.</summary>
/// <param name="Rules">In the order of packs and rules.</param>
/// <param name="Ladders">In the order of packs.</param>
/// <param name="Tables">Party lists, adequacy and regions.</param>
internal sealed record TransferPolicy(IReadOnlyList<CompiledRule> Rules, IReadOnlyList<CompiledLadder> Ladders, LawTables Tables);
