namespace Rogatory.Core.Reports;

/// <summary>One of the things that the record of processing says (LED art. 24(1)).</summary>
/// <param name="Citation">The point of the article.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Statements">What is so, taken from the settings and the policy packs.</param>
public sealed record RegisterStatement(string Citation, string Title, IReadOnlyList<string> Statements);
