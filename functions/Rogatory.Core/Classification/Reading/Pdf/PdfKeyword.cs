namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A keyword: an operator of a content stream, or a word such as <c>obj</c>. One without text is the end of what there is.</summary>
internal sealed record PdfKeyword(string Text);
