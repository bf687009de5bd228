namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A stream: its dictionary, and where its bytes are in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, int Offset, int Length);
