namespace Rogatory.Core.Classification;

/// <summary>A word or phrase of the lexicon in a window.</summary>
/// <param name="Term">Its number in the <see cref="Lexicon"/>.</param>
/// <param name="Start">Where it begins in the window.</param>
/// <param name="End">Where it ends.</param>
/// <param name="InLabel">It stands in the place's label, not in its text.</param>
internal readonly record struct TermHit(int Term, int Start, int End, bool InLabel = false);
