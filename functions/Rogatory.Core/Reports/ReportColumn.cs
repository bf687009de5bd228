namespace Rogatory.Core.Reports;

/// <summary>A column of a table.</summary>
/// <param name="Code">Its code, a part of the ids of its figures.</param>
/// <param name="Title">Its heading.</param>
public sealed record ReportColumn(string Code, string Title);
