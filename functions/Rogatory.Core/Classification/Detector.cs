namespace Rogatory.Core.Classification;

/// <summary>
/// Knows one kind of sensitive thing. A detector is a <see cref="NumberRule"/> (a number of known shape), a <see cref="MarkRule"/> (what
/// stands around a certain character) or a <see cref="TermRule"/> (a word, or what follows it). It keeps no state.
/// </summary>
internal abstract class Detector
{
    /// <summary>Stable, lower case, hyphenated, a country's code first where it is a country's: <c>pl-pesel</c>.</summary>
    public abstract string Id { get; }

    /// <summary>A code of <see cref="FindingCategories"/>.</summary>
    public abstract string Category { get; }

    /// <summary>The standard or law that says what is right.</summary>
    public abstract string Citation { get; }

    /// <summary>
    /// Words and phrases whose presence near by speaks for it. Case and diacritics do not matter; <c>steuer*</c> stands for every word
    /// that begins so.
    /// </summary>
    public virtual IReadOnlyList<string> Context => [];

    /// <summary>Those of its context that speak for others as well: they count half.</summary>
    public virtual IReadOnlyList<string> Broad => [];

    /// <summary>What this and nothing else is called: where it is near, what would be something else by little more than chance is not.</summary>
    public virtual IReadOnlyList<string> OwnNames => [];

    /// <summary>Words and phrases whose presence near by speaks against it.</summary>
    public virtual IReadOnlyList<string> Counter => [];

    /// <summary>Its context is words of any text: they do not count among the nearest before a number, and it looks for them itself.</summary>
    public virtual bool HasCommonContext => false;

    /// <summary>Its place in the pack, by which its context words are looked up.</summary>
    internal int Index { get; set; } = -1;
}
