namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>Hears what a <see cref="MarkupScanner"/> meets. Nothing promises that elements are closed in order, or at all.</summary>
internal abstract class MarkupHandler
{
    /// <summary>A start tag begins.</summary>
    public virtual void Open(string name)
    {
    }

    /// <summary>An attribute of the tag, decoded. A very long value comes in several calls, the later ones as continuing the first.</summary>
    public virtual void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
    }

    /// <summary>The start tag is complete.</summary>
    public virtual void Opened(string name)
    {
    }

    public virtual void Close(string name)
    {
    }

    /// <summary>Text, decoded, in as many calls as it pleases.</summary>
    public virtual void Text(ReadOnlySpan<char> text)
    {
    }

    public virtual void Comment(ReadOnlySpan<char> text, bool continues)
    {
    }

    /// <summary>A document type with what it declares, or a processing instruction, as written.</summary>
    public virtual void Declaration(ReadOnlySpan<char> text, bool continues)
    {
    }

    /// <summary>There is no more.</summary>
    public virtual void End()
    {
    }
}
