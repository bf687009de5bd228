using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Core.Classification;

/// <summary>
/// Searches what a reader writes, and hands on each finding once: what is found in a text that comes again in clear (strings of JSON that hold
/// escapes) and was found before, in the same place and of the same category, is the same.
/// </summary>
internal sealed class FindingSink : ITextSink
{
    // Longer than what a classifier holds back and the stretch of it that is written at once.
    private const int Remembered = 128 * 1024;
    private const int LongestPiece = 16 * 1024;

    // What comes again is told from what is new as far as this reaches; beyond it is counted twice.
    private const int MostKnown = 500_000;

    private readonly Classifier _classifier;
    private readonly Action<Finding> _found;
    private readonly char[] _recent = new char[Remembered];
    private readonly HashSet<UInt128> _known = [];
    private Locator? _place;
    private long _written;
    private bool _isRepetition;

    public FindingSink(DetectorPack pack, Action<Finding> found)
    {
        _found = found;
        _classifier = new Classifier(pack, Take);
    }

    public void MoveTo(Locator place, string? label)
    {
        _classifier.MoveTo(place, label);
        _place = place;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int at = (int)(_written % Remembered);
            ReadOnlySpan<char> piece = text[..Math.Min(text.Length, Math.Min(LongestPiece, Remembered - at))];
            piece.CopyTo(_recent.AsSpan(at));
            _written += piece.Length;
            _classifier.Write(piece);
            text = text[piece.Length..];
        }
    }

    public void BeginRepetition()
    {
        _classifier.Complete();
        _isRepetition = true;
    }

    /// <summary>After the last text this must be called.</summary>
    public void Complete() => _classifier.Complete();

    private void Take(Finding finding)
    {
        if (_isRepetition ? !IsKnown(finding) : Remember(finding))
            _found(finding);
    }

    private bool Remember(Finding finding)
    {
        // Only JSON has places that are named and come again.
        if (_place?.Cell is not null && _known.Count < MostKnown)
            _known.Add(KeyOf(finding, FindingTally.IsLikely(finding)));
        return true;
    }

    // One that was doubtful before may be likely in clear, and counts then.
    private bool IsKnown(Finding finding) =>
        _known.Contains(KeyOf(finding, isLikely: true)) || (!FindingTally.IsLikely(finding) && _known.Contains(KeyOf(finding, isLikely: false)));

    private UInt128 KeyOf(Finding finding, bool isLikely)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{isLikely}\n{finding.Category}\n{_place?.Line}\n{_place?.Cell}\n"));
        int start = (int)(finding.Start % Remembered);
        int length = (int)Math.Min(finding.End - finding.Start, Remembered);
        int first = Math.Min(length, Remembered - start);
        digest.AppendData(MemoryMarshal.AsBytes(_recent.AsSpan(start, first)));
        digest.AppendData(MemoryMarshal.AsBytes(_recent.AsSpan(0, length - first)));
        return MemoryMarshal.Read<UInt128>(digest.GetHashAndReset());
    }
}
