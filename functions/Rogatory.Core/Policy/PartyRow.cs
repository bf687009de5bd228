namespace Rogatory.Core.Policy;

/// <summary>States that a treaty or union binds for a time.</summary>
/// <param name="States">Their codes, separated by spaces.</param>
/// <param name="Evidence">How well that is known.</param>
/// <param name="Known">Since which day it has been on public record, as far as is held (the second time axis).</param>
/// <param name="Source">Where it was read.</param>
/// <param name="From">The first day; null for as long as the list itself is in force.</param>
/// <param name="To">The last day; null while no end is known.</param>
internal sealed record PartyRow(string States, Evidence Evidence, DateOnly Known, string Source, DateOnly? From = null, DateOnly? To = null);
