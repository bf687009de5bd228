namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A shown glyph.</summary>
/// <param name="Text">Its characters, or nothing if the file does not say.</param>
/// <param name="Width">How far it moves on, in text space at size 1.</param>
/// <param name="IsSpace">Whether it is the single-byte code 32, which word spacing widens.</param>
internal readonly record struct PdfGlyph(string? Text, double Width, bool IsSpace);
