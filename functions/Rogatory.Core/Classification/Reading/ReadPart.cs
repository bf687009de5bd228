namespace Rogatory.Core.Classification.Reading;

/// <summary>A part that was read.</summary>
/// <param name="Part">The part, as in <see cref="Locator.Part"/>.</param>
/// <param name="Format">Its format: <c>text</c>, <c>table</c>, <c>json</c>, <c>xml</c>, <c>html</c>, <c>mail</c>, <c>docx</c>, <c>xlsx</c>, <c>pptx</c>, <c>pdf</c>, <c>zip</c>.</param>
public sealed record ReadPart(string Part, string Format);
