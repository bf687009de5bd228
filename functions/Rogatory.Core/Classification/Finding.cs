namespace Rogatory.Core.Classification;

/// <summary>A stretch of an item's text that is sensitive. As sensitive as the item itself: it is kept sealed.</summary>
/// <param name="Category">A code of <see cref="FindingCategories"/>.</param>
/// <param name="Detector">The id of the detector that found it.</param>
/// <param name="Start">Where it begins, in UTF-16 units of the extracted text, from 0.</param>
/// <param name="End">The offset after its last unit.</param>
/// <param name="Confidence">0 to 1; of the findings at 0.9 or above at least 95 in 100 are right.</param>
/// <param name="Reasons">What was checked and what stood around it, in words. Never the text that was found.</param>
/// <param name="Locator">Where a person finds it.</param>
public sealed record Finding(
    string Category, string Detector, long Start, long End, double Confidence, IReadOnlyList<string> Reasons, Locator Locator);
