namespace Rogatory.Core.Classification.Special;

/// <summary><c>lexicon.json</c> as it is written.</summary>
/// <param name="People">Words of persons: a sure word near one is the likelier spoken of somebody.</param>
/// <param name="Categories">The categories.</param>
internal sealed record LexiconFile(IReadOnlyDictionary<string, string> People, IReadOnlyList<LexiconEntry> Categories);
