using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Classification.Contact;
using Rogatory.Core.Classification.Financial;
using Rogatory.Core.Classification.Identity;
using Rogatory.Core.Classification.Legal;
using Rogatory.Core.Classification.Special;

namespace Rogatory.Core.Classification;

/// <summary>The detectors that look at a text together, with all that is worked out once for them. Safe to share between classifiers.</summary>
public sealed class DetectorPack
{
    /// <summary>Raised when detectors or the engine decide otherwise on the same words and shapes.</summary>
    private const int Edition = 3;

    private static readonly Lazy<DetectorPack> LazyStandard = new(() => new DetectorPack(
        [.. FinancialDetectors.All(), .. ContactDetectors.All(), .. IdentityDetectors.All(), .. LegalDetectors.All(), .. SpecialDetectors.All()]));

    private readonly Detector[] detectors;
    private readonly ulong[][] supports, opposes, broad, names;
    private readonly ulong[] rareContext, isNumber, yields;
    private readonly bool[] isContext, supportsNumbers;
    private readonly Dictionary<char, MarkRule[]> markRules = [];
    private readonly MarkRule[][] asciiMarkRules = new MarkRule[0x80][];
    private readonly TermRule[][] termRules;
    private readonly Dictionary<(int Term, string Where), string> reasons = [];

    /// <exception cref="ArgumentException">Two have one id, a category is none, or a shape or term cannot be read.</exception>
    internal DetectorPack(IReadOnlyList<Detector> detectors)
    {
        this.detectors = [.. detectors];
        for (int index = 0; index < this.detectors.Length; index++)
        {
            Detector detector = this.detectors[index];
            detector.Index = index;
            if (FindingCategories.Find(detector.Category) is null)
                throw new ArgumentException($"{detector.Id} finds what no category is.", nameof(detectors));
        }

        if (this.detectors.DistinctBy(detector => detector.Id).Count() != this.detectors.Length)
            throw new ArgumentException("Two detectors have one id.", nameof(detectors));
        var rules = new Dictionary<int, TermRule[]>();
        foreach (Detector detector in this.detectors)
        {
            foreach (string term in detector.Context.Concat(detector.Counter))
                Lexicon.Add(term);
            foreach (int term in (detector as TermRule)?.Terms.Select(Lexicon.Add).Distinct().ToArray() ?? [])
                rules[term] = [.. rules.GetValueOrDefault(term, []), (TermRule)detector];
            if (detector is MarkRule marked)
            {
                foreach (char mark in marked.Marks)
                {
                    markRules[mark] = [.. markRules.GetValueOrDefault(mark, []), marked];
                    Kinds[mark] |= CharacterKinds.Mark;
                }
            }
        }

        for (char mark = '\0'; mark < asciiMarkRules.Length; mark++)
            asciiMarkRules[mark] = markRules.GetValueOrDefault(mark, []);
        termRules = [.. Enumerable.Range(0, Lexicon.Count).Select(term => rules.GetValueOrDefault(term, []))];
        supports = Table(detector => detector.Context);
        opposes = Table(detector => detector.Counter);
        broad = Table(detector => detector.Broad);
        names = Table(detector => detector.OwnNames);
        yields = SetOf(detector => detector is NumberRule { YieldsToNames: true });
        rareContext = SetOf(detector => !detector.HasCommonContext);
        isNumber = SetOf(detector => detector is NumberRule);
        isContext = [.. supports.Zip(opposes, (one, other) => one.Zip(rareContext).Concat(other.Zip(rareContext)).Any(bits => (bits.First & bits.Second) != 0))];
        supportsNumbers = [.. supports.Select(one => one.Zip(isNumber).Any(bits => (bits.First & bits.Second) != 0))];
        for (int term = 0; term < Lexicon.Count; term++)
        {
            foreach (string where in Places.Where(_ => isContext[term]))
                reasons[(term, where)] = $"'{Lexicon.Name(term)}' {where}";
        }

        Shapes = new ShapeTable(this.detectors.OfType<NumberRule>());
        Version = MakeVersion();
    }

    /// <summary>Every detector there is.</summary>
    public static DetectorPack Standard => LazyStandard.Value;

    /// <summary>Sixteen hex digits that are others whenever a detector, its words or its shapes are.</summary>
    public string Version { get; }

    /// <summary>The ids of the detectors and what each finds.</summary>
    public IReadOnlyList<(string Detector, string Category, string Citation)> Contents =>
        [.. detectors.Select(detector => (detector.Id, detector.Category, detector.Citation))];

    internal Lexicon Lexicon { get; } = new();

    internal ShapeTable Shapes { get; }

    internal CharacterKinds[] Kinds { get; } = Characters.Kinds();

    private static string[] Places { get; } =
    [
        "before it", "above it", "after it", "in the label", "right before this place", "before it, which speaks against it",
        "in the label, which speaks against it", "before it, which names another number", "in the label, which names another number",
    ];

    internal MarkRule[] MarkRules(char mark) => mark < asciiMarkRules.Length ? asciiMarkRules[mark] : markRules.GetValueOrDefault(mark, []);

    internal TermRule[] TermRules(int term) => termRules[term];

    internal bool SupportsNumbers(int term) => supportsNumbers[term];

    internal bool IsContext(int term) => isContext[term];

    internal bool Supports(int term, int detector) => (supports[term][detector >> 6] >> detector & 1) != 0;

    /// <summary>An empty set of detectors.</summary>
    internal ulong[] NewSet() => new ulong[(detectors.Length + 63) / 64];

    /// <summary>Adds the number rules that a term speaks for.</summary>
    internal void AddSupported(int term, ulong[] set)
    {
        for (int part = 0; part < set.Length; part++)
            set[part] |= supports[term][part] & isNumber[part];
    }

    internal bool Opposes(int term, int detector) => (opposes[term][detector >> 6] >> detector & 1) != 0;

    /// <summary>The term speaks for other detectors too.</summary>
    internal bool IsBroad(int term, int detector) => (broad[term][detector >> 6] >> detector & 1) != 0;

    /// <summary>The term is the name of something else, to which this detector yields.</summary>
    internal bool NamesAnother(int term, int detector) =>
        (yields[detector >> 6] >> detector & 1) != 0 && (names[term][detector >> 6] >> detector & 1) == 0 && names[term].AsSpan().ContainsAnyExcept(0UL);

    internal string Reason(int term, string where) => reasons[(term, where)];

    private ulong[] SetOf(Func<Detector, bool> isOne)
    {
        ulong[] set = NewSet();
        foreach (Detector detector in detectors.Where(isOne))
            set[detector.Index >> 6] |= 1UL << detector.Index;
        return set;
    }

    private ulong[][] Table(Func<Detector, IReadOnlyList<string>> terms)
    {
        ulong[][] table = [.. Enumerable.Range(0, Lexicon.Count).Select(_ => NewSet())];
        foreach (Detector detector in detectors)
        {
            foreach (string term in terms(detector))
                table[Lexicon.Add(term)][detector.Index >> 6] |= 1UL << detector.Index;
        }

        return table;
    }

    private string MakeVersion()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"edition {Edition}\n");
        foreach (Detector detector in detectors)
        {
            IReadOnlyList<string> shapes = detector is NumberRule number ? number.Shapes : [];
            IReadOnlyList<string> terms = detector is TermRule rule ? rule.Terms : [];
            text.AppendJoin('\n', (string[])[detector.Id, detector.Category, .. detector.Context, "-", .. detector.Counter, "-", .. shapes, "-", .. terms, ""]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
