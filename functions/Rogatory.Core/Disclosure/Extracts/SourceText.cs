using System.Text;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An item that is text: its bytes, their encoding, and the characters they mean.</summary>
internal sealed class SourceText
{
    private readonly TextForm _form;

    public SourceText(ReadOnlyMemory<byte> bytes, TextForm form)
    {
        Bytes = bytes;
        _form = form;
        Text = form.Encoding.GetString(bytes.Span[form.Preamble..]);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string Text { get; }

    public Encoding Encoding => _form.Encoding;

    public int Preamble => _form.Preamble;

    /// <summary>Whether a line feed is one byte, so that the bytes can be cut into blocks.</summary>
    public bool HasBlocks => Encoding is not (UnicodeEncoding or UTF32Encoding);
}
