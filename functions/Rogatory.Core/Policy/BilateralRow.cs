namespace Rogatory.Core.Policy;

/// <summary>A treaty of mutual legal assistance between two sides.</summary>
/// <param name="Title">Its name.</param>
/// <param name="One">The states of one side, separated by spaces.</param>
/// <param name="Other">The states of the other.</param>
/// <param name="From">The first day.</param>
/// <param name="Known">Since which day it was known.</param>
/// <param name="Evidence">How well that is known.</param>
/// <param name="To">The last day; null while no end is known.</param>
internal sealed record BilateralRow(string Title, string One, string Other, DateOnly From, DateOnly Known, Evidence Evidence, DateOnly? To = null);
