namespace Rogatory.Core.Reports;

/// <summary>A row of a table.</summary>
/// <param name="Code">Its code as ledgers have it, a part of the ids of its figures.</param>
/// <param name="Title">What it is in words; the code where there are none.</param>
/// <param name="Citation">The article it rests on, or null.</param>
/// <param name="Figures">A figure for each column.</param>
public sealed record ReportRow(string Code, string Title, string? Citation, IReadOnlyList<ReportFigure> Figures);
