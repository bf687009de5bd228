namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>An XML name without its prefix. Prefixes are not resolved: a document may choose them, and what is read is the same.</summary>
internal static class LocalName
{
    public static string Of(string name) => name[(name.LastIndexOf(':') + 1)..];
}
