using System.Collections.Frozen;

namespace Rogatory.Core.Transfer;

/// <summary>Every fact of the transfer check: those that are stated, and after them what the law makes of them.</summary>
internal static class FactVocabulary
{
    /// <summary>The stated facts.</summary>
    public static FactSchema Stated { get; } = FactSchema.Read("Transfer.transfer-facts.schema.json");

    public static IReadOnlyList<FactDefinition> All { get; } = [.. Stated.Facts, .. LawFact.Definitions(Stated.Facts.Count)];

    private static FrozenDictionary<string, FactDefinition> ByPath { get; } = All.ToFrozenDictionary(fact => fact.Path);

    public static FactDefinition? Find(string path) => ByPath.GetValueOrDefault(path);

    public static FactDefinition Get(string path) => ByPath[path];
}
