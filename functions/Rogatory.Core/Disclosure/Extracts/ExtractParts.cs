namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>What the parts of one extract have in common: a message and its attachments.</summary>
internal sealed class ExtractParts
{
    private readonly List<ExtractValues> _values = [];

    /// <summary>The marks that stand in the parts that are made.</summary>
    public ExtractMarks Marks { get; private set; } = new();

    /// <summary>The values that were removed from them.</summary>
    public IReadOnlyList<ExtractValues> Values => _values;

    /// <summary>One more part is made.</summary>
    public void Add(ExtractMaking made)
    {
        Marks = made.Marks;
        _values.Add(made.Values);
    }
}
