using System.Text;

namespace Rogatory.Core.Classification;

/// <summary>What a place's label says, and what the place before said where there is none: a form's <c>IBAN</c> stands in the cell before the number.</summary>
internal sealed class LabelTerms(DetectorPack pack)
{
    private const int MostKnown = 256;
    private const int MostLength = 256;
    private const int CarriedReach = 60;
    private const int LengthOfLabel = 48;

    private readonly Dictionary<string, TermHit[]> known = new(StringComparer.Ordinal);
    private readonly Tokens tokens = new(pack.Lexicon, pack.Kinds, letterLengths: 0);
    private readonly List<(int Term, int Distance)> carried = [];
    private bool carriedFromLabel;

    /// <summary>The terms of the label.</summary>
    public TermHit[] Hits { get; private set; } = [];

    public bool HasLabel { get; private set; }

    /// <summary>The detectors that the label, or what is carried, speaks for, as bits.</summary>
    public ulong[] Supported { get; } = pack.NewSet();

    public void Set(string? label)
    {
        HasLabel = !string.IsNullOrWhiteSpace(label);
        Hits = HasLabel ? TermsOf(label!) : [];
        Supported.AsSpan().Clear();
        foreach (TermHit hit in Hits)
            pack.AddSupported(hit.Term, Supported);
        foreach ((int term, _) in carried)
        {
            if (!HasLabel)
                pack.AddSupported(term, Supported);
        }
    }

    /// <summary>Keeps what the end of the place before says. <paramref name="whole"/>: that place was no longer than this window.</summary>
    public void Carry(Window ended, bool whole)
    {
        carried.Clear();
        carriedFromLabel = whole && ended.Text.Length <= LengthOfLabel;
        List<TermHit> hits = ended.Tokens.Hits;
        for (int at = hits.Count - 1; at >= 0 && carried.Count < 4 && ended.Text.Length - hits[at].End <= CarriedReach; at--)
        {
            if (pack.IsContext(hits[at].Term))
                carried.Add((hits[at].Term, ended.Text.Length - hits[at].End));
        }
    }

    public Evidence? InLabel(Detector detector)
    {
        Evidence? against = null, broad = null;
        foreach (TermHit hit in Hits)
        {
            if (pack.IsBroad(hit.Term, detector.Index))
                broad = new Evidence(0.5, false, false, pack.Reason(hit.Term, "in the label"));
            else if (pack.Supports(hit.Term, detector.Index))
                return new Evidence(1, false, false, pack.Reason(hit.Term, "in the label"));
            if (pack.Opposes(hit.Term, detector.Index))
                against = new Evidence(0, true, false, pack.Reason(hit.Term, "in the label, which speaks against it"));
            if (pack.NamesAnother(hit.Term, detector.Index))
                against = new Evidence(0, true, false, pack.Reason(hit.Term, "in the label, which names another number"), IsAnother: true);
        }

        return against is { IsAnother: true } ? against : broad ?? against;
    }

    public Evidence? Carried(Detector detector, int start)
    {
        foreach ((int term, int distance) in carried)
        {
            if (distance + start <= CarriedReach && pack.Supports(term, detector.Index))
                return new Evidence(carriedFromLabel ? 1 : 0.5, false, false, pack.Reason(term, "right before this place"));
        }

        return null;
    }

    private TermHit[] TermsOf(string label)
    {
        if (known.TryGetValue(label, out TermHit[]? hits))
            return hits;
        tokens.Read(label.AsSpan(0, Math.Min(label.Length, MostLength)), cut: false);
        List<int> terms = [.. tokens.Hits.Select(hit => hit.Term)];
        tokens.Read(Apart(label), cut: false);
        terms.AddRange(tokens.Hits.Select(hit => hit.Term));
        hits = [.. terms.Distinct().Select(term => new TermHit(term, 0, 0, InLabel: true))];
        if (known.Count == MostKnown)
            known.Clear();
        return known[label] = hits;
    }

    /// <summary><c>ibanNumber2</c> and <c>iban_number</c> as words.</summary>
    private static string Apart(string label)
    {
        var apart = new StringBuilder();
        for (int at = 0; at < Math.Min(label.Length, MostLength); at++)
        {
            bool begins = at > 0 && char.IsUpper(label[at]) && (char.IsLower(label[at - 1]) || (at + 1 < label.Length && char.IsLower(label[at + 1])));
            if (begins || (at > 0 && char.IsDigit(label[at]) != char.IsDigit(label[at - 1])))
                apart.Append(' ');
            apart.Append(label[at]);
        }

        return apart.ToString();
    }
}
