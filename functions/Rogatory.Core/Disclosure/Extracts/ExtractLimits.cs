namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>How large what is made, and what it takes to make it, may be.</summary>
public sealed record ExtractLimits
{
    /// <summary>Bytes of the item: it is held in memory while its extract is made.</summary>
    public long SourceSize { get; init; } = 128L << 20;

    /// <summary>Bytes of the extract.</summary>
    public long ExtractSize { get; init; } = 64L << 20;

    /// <summary>Characters of all different values that are removed, together: each is searched for.</summary>
    public int ValueCharacters { get; init; } = 8 << 20;
}
