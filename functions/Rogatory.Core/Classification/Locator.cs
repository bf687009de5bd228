using System.Text.Json.Serialization;

namespace Rogatory.Core.Classification;

/// <summary>Where in an item a stretch of text stands, in words a person can follow.</summary>
/// <param name="Part">The part of the item: <c>body</c>, a sheet's name, an attachment's path, a header.</param>
/// <param name="Page">The page, from 1, where the format has pages.</param>
/// <param name="Line">The line at which the text given for this place begins, from 1, where the format has lines; each line feed in the text counts on.</param>
/// <param name="Cell">The cell, as in <c>C7</c>, or the path of a field.</param>
public sealed record Locator(string Part, int? Page = null, long? Line = null, string? Cell = null)
{
    /// <summary>Whether the text is the name of a field, which says what its value is: as a label does.</summary>
    [JsonIgnore]
    public bool IsName { get; init; }
}
