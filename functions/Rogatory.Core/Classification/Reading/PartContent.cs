namespace Rogatory.Core.Classification.Reading;

/// <summary>The bytes of one part.</summary>
/// <param name="Name">The part, as in <see cref="Locator.Part"/>; empty for the item itself.</param>
/// <param name="Depth">How many parts are around it.</param>
/// <param name="Open">Gives the bytes from their beginning. Only where <paramref name="CanReopen"/> may it be called twice.</param>
/// <param name="CanReopen">Whether the part can be read again.</param>
internal sealed record PartContent(string Name, int Depth, Func<Stream> Open, bool CanReopen)
{
    /// <summary>What was said of it by what is around it: a MIME charset.</summary>
    public string? Charset { get; init; }

    /// <summary>What kind of text it is said to be, where that can't be seen in the text: nothing, or <see cref="ContentKind.Text"/> or <see cref="ContentKind.Html"/>.</summary>
    public ContentKind? Declared { get; init; }

    /// <summary>The name of something in this part.</summary>
    public string Inside(string name) => Name.Length == 0 ? name : $"{Name} > {name}";

    /// <summary>The name under which the part's own text stands.</summary>
    public string Self(string format) => Name.Length == 0 ? format : Name;
}
