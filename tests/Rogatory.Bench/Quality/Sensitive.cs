namespace Rogatory.Bench.Quality;

/// <summary>A value, what stands before it where someone labels it, and its category; null if it only looks like something.</summary>
/// <param name="Label">The word before it, in the language of its country.</param>
/// <param name="Value">As it is written.</param>
/// <param name="Category">The category that must be found.</param>
/// <param name="IsChecked">A rule of its own tells it from others: it must be found without any word too.</param>
/// <param name="IsToldAlone">It must be found where it is all there is.</param>
internal sealed record Sensitive(string Label, string Value, string? Category, bool IsChecked, bool IsToldAlone = false);
