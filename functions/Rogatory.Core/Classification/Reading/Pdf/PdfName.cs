namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A name object. Other objects are themselves: <c>double</c>, <c>bool</c>, <c>byte[]</c> for strings, lists for arrays, null.</summary>
internal sealed record PdfName(string Text);
