namespace Rogatory.Core.Policy;

/// <summary>The rules by which what officers and partners do is a signal.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">The day on which it was last changed.</param>
/// <param name="Source">Where its texts and thresholds come from.</param>
/// <param name="WindowDays">How many days before the one looked at are compared.</param>
/// <param name="LeastDays">On how many of them somebody acted, at least, for their own past to count.</param>
/// <param name="LeastPeers">How many others of their kind acted, at least, for peers to count.</param>
/// <param name="LeastActs">How many acts there are, at least, for hours to be usual or not.</param>
/// <param name="UnusualShare">The share of acts, of an hour with the one before and after it, under which the hour is unusual.</param>
/// <param name="Rules">The rules.</param>
public sealed record SignalPack(
    string Title, DateOnly Version, string Source, int WindowDays, int LeastDays, int LeastPeers, int LeastActs, double UnusualShare, IReadOnlyList<SignalRule> Rules);
