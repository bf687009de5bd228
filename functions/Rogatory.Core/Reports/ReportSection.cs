namespace Rogatory.Core.Reports;

/// <summary>A part of a report; its tables name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Citation">The articles that ask for it; null where none does.</param>
/// <param name="Text">What is counted, and how, for who reads it first.</param>
public sealed record ReportSection(string Id, string Title, string? Citation, string Text);
