namespace Rogatory.Core.Disclosure;

/// <summary>What is said of the quality of data that go out (LED art. 7). What is null was not said.</summary>
/// <param name="Basis">Whether they rest on facts, on personal assessments, or on both (art. 7(1)).</param>
/// <param name="Complete">Whether they are complete.</param>
/// <param name="AsOf">The day up to which they are up to date.</param>
/// <param name="Source">How reliable the source is: <c>a</c> always, <c>b</c> mostly, <c>c</c> mostly not, <c>x</c> unknown.</param>
public sealed record AccuracyIndications(DataBasis? Basis, bool? Complete, DateOnly? AsOf, SourceReliability? Source);
