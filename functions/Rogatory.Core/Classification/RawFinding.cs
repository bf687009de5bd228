namespace Rogatory.Core.Classification;

/// <summary>A finding before it is known whether another explains the same text better.</summary>
internal readonly record struct RawFinding(
    Detector Detector, long Start, long End, double Confidence, string Reason, string? Context, Locator Place, long LinesIn)
{
    /// <summary>A reading this sure is the only one of its text; and one so much less sure is none.</summary>
    private const double Sure = 0.9, Near = 0.35;

    private int Tenths => (int)(Confidence * 10 + 1e-9);

    /// <summary>Less than 0 if this one explains better: surer by a tenth or more, else longer, else surer, else first in the pack.</summary>
    public int Against(in RawFinding other)
    {
        int order = other.Tenths.CompareTo(Tenths);
        if (order == 0)
            order = (other.End - other.Start).CompareTo(End - Start);
        if (order == 0)
            order = other.Confidence.CompareTo(Confidence);
        if (order == 0)
            order = Start.CompareTo(other.Start);
        if (order == 0)
            order = Detector.Index.CompareTo(other.Detector.Index);
        return order == 0 ? string.CompareOrdinal(Reason, other.Reason) : order;
    }

    /// <summary>The other says that the same text is of another category, and may be right: both are for a person to see.</summary>
    public bool LeavesOpen(in RawFinding other) =>
        Start == other.Start && End == other.End && Confidence < Sure && Confidence - other.Confidence < Near
        && Detector.Category != other.Detector.Category;
}
