using Rogatory.Core.Classification;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An item of one format, taken apart: its text, where values stand in it, and how an extract is written.</summary>
internal abstract class ExtractForm
{
    public abstract string Format { get; }

    public abstract string MediaType { get; }

    public abstract string Extension { get; }

    /// <summary>What blocks an extract can be proven by.</summary>
    public virtual BlockKind? Kind => null;

    /// <summary>The text in which values are found and become marks.</summary>
    public abstract string Text { get; }

    /// <summary>Whether the extract is text that says nothing of its format.</summary>
    public virtual bool IsPlain => false;

    /// <summary>Whether the extract is never the item as it is, so that all of what shows may be kept.</summary>
    public virtual bool IsRewritten => false;

    /// <summary>Whether the extract's bytes are text.</summary>
    public virtual bool IsText => true;

    /// <summary>The bytes that are cut into blocks.</summary>
    public virtual ReadOnlySpan<byte> Provable(byte[] item) => item;

    /// <summary>What was made already of the extract that this is a part of, or that has parts: marks go on from it, and values that were removed there are removed here.</summary>
    public virtual ExtractParts Parts { get; } = new();

    /// <summary>Whether a line feed parts values, so that none is found across it.</summary>
    public virtual bool PartsLines => false;

    /// <summary>Decides what stays whole. Called once, before what follows.</summary>
    public abstract void Choose(ExtractRequest request, ExtractTally tally);

    /// <summary>The stretches of what stays that a mark can stand in, in order and apart.</summary>
    public abstract IEnumerable<(int Start, int End)> Units();

    /// <summary>Whether nothing of the item is left.</summary>
    public virtual bool IsEmpty() => !Units().Any(unit => !Text.AsSpan(unit.Start, unit.End - unit.Start).IsWhiteSpace());

    /// <summary>Stretches that the request removes by their place and that become marks.</summary>
    public virtual IEnumerable<(int Start, int End)> Replaced() => [];

    /// <summary>Stretches that go whole, but whose values may stand nowhere else.</summary>
    public virtual IEnumerable<(int Start, int End)> Dropped() => [];

    /// <summary>What a stretch of a unit means, without the format's escapes.</summary>
    public virtual string ValueOf(int start, int end) => Text[start..end];

    /// <summary>Widens a stretch of a unit so that a mark can stand for it in this format.</summary>
    public virtual (int Start, int End) Snap(int unitStart, int unitEnd, int start, int end) => (start, end);

    /// <summary>Where in <see cref="Text"/> spans of the item's extracted text stand.</summary>
    public abstract IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans);

    /// <summary>What is found in the text, with places in it; and values that are found in it by what escapes mean, without places.</summary>
    public abstract void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken);

    /// <summary>Whether a text is the name of a column, which a reader may take for what the name beside it names.</summary>
    public virtual bool IsName(string text) => false;

    /// <summary>Gives a unit to who looks for values, without the format's escapes: each character at the place where it is written.</summary>
    public virtual void Scan(int start, int end, ValueMatcher matcher)
    {
        string text = Text;
        for (int at = start; at < end; at++)
            matcher.Add(text[at], at);
    }

    /// <summary>Writes the extract, with these marks, which are in order and each within a unit.</summary>
    public abstract RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits);
}
