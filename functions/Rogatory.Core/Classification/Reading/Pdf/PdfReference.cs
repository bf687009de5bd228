namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>An indirect reference, by object number: a file has one object of a number at a time.</summary>
internal sealed record PdfReference(int Number);
