namespace Rogatory.Core.Classification;

/// <summary>Counts findings by category, and keeps the first of them. However many there are, it holds no more.</summary>
internal sealed class FindingTally
{
    /// <summary>The most findings that are kept one by one.</summary>
    public const int MostListed = 50_000;

    /// <summary>A finding this sure is more likely right than not.</summary>
    public const double Likely = 0.5;

    private readonly Dictionary<string, long> _likely = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _doubtful = new(StringComparer.Ordinal);
    private readonly List<Finding> _listed = [];

    /// <summary>How many of each category are more likely right than not.</summary>
    public IReadOnlyDictionary<string, long> Categories => _likely;

    /// <summary>How many of each category are not.</summary>
    public IReadOnlyDictionary<string, long> Doubtful => _doubtful;

    /// <summary>The findings, in the order of the text, as far as they are kept.</summary>
    public IReadOnlyList<Finding> Listed => _listed;

    /// <summary>How many more were found than are listed.</summary>
    public long More { get; private set; }

    public static bool IsLikely(Finding finding) => finding.Confidence >= Likely;

    public void Add(Finding finding)
    {
        Dictionary<string, long> counts = IsLikely(finding) ? _likely : _doubtful;
        counts[finding.Category] = counts.GetValueOrDefault(finding.Category) + 1;
        if (_listed.Count < MostListed)
            _listed.Add(finding);
        else
            More++;
    }
}
