namespace Rogatory.Core.Classification;

/// <summary>What the words around something say of it.</summary>
/// <param name="Support">0: nothing speaks for it; 1: its context word stands right before it or in its label.</param>
/// <param name="Opposed">A word that speaks against it is nearer.</param>
/// <param name="Alone">The place holds nothing else and has no label.</param>
/// <param name="IsAnother">A word says that it is another number.</param>
/// <param name="Reason">The word that speaks for it, and where it stands; or against it.</param>
internal readonly record struct Evidence(double Support, bool Opposed, bool Alone, string? Reason, bool IsAnother = false)
{
    private const double OfAnother = 0.3;

    /// <summary>The confidence of something that is right by its form.</summary>
    public double Weigh(double bare, double inContext)
    {
        if (IsAnother)
            return bare * OfAnother;
        double confidence = bare + ((inContext - bare) * Support);
        if (Opposed)
            return confidence / 2;
        return Alone && Support == 0 ? Math.Min(Math.Max(bare, 0.9), bare + Confidences.Alone) : confidence;
    }
}
