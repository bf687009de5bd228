using System.Text;

namespace Rogatory.Core.Classification;

/// <summary>
/// All words and phrases of all detectors, found in one pass: a word is looked up by its hash, a phrase is a path of words.
/// Made once, with the pack.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>No phrase has more words.</summary>
    public const int MostWords = 8;

    private static readonly (string Letter, string Written)[] Umlauts = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe")];

    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int> firsts = [];
    private readonly List<int> termAt = [-1];
    private readonly Dictionary<string, int> terms = [];
    private readonly List<string> names = [];

    /// <summary>Words that must be there in full.</summary>
    public WordTable Exact { get; } = new();

    /// <summary>Beginnings of words.</summary>
    public WordTable Stems { get; } = new();

    /// <summary>How many terms there are.</summary>
    public int Count => names.Count;

    /// <summary>A term as it was written in the detector that first had it.</summary>
    public string Name(int term) => names[term];

    /// <summary>The number of a term, the same for the same words.</summary>
    /// <exception cref="ArgumentException">It has no word, or too many.</exception>
    public int Add(string term)
    {
        string[] parts = Words(term);
        if (parts.Length is 0 or > MostWords)
            throw new ArgumentException($"'{term}' is no term of a lexicon.", nameof(term));
        string key = string.Join(' ', parts);
        if (!terms.TryGetValue(key, out int number))
        {
            terms[key] = number = names.Count;
            names.Add(term);
            AddPath(parts, number);
            foreach ((string letter, string written) in Umlauts)
            {
                if (term.Contains(letter, StringComparison.OrdinalIgnoreCase))
                    AddPath(Words(AsWritten(term)), number);
            }
        }

        return number;
    }

    /// <summary>The node after a first word, or -1 if no term begins with it.</summary>
    public int First(int word) => word < firsts.Count ? firsts[word] : -1;

    /// <summary>The node after this word, or -1. Node 0 is where phrases begin.</summary>
    public int Next(int node, int word) => edges.GetValueOrDefault(Edge(node, word), -1);

    /// <summary>The term that ends at this node, or -1.</summary>
    public int TermAt(int node) => termAt[node];

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    private static string AsWritten(string term)
    {
        var written = new StringBuilder(term.ToLowerInvariant());
        foreach ((string letter, string two) in Umlauts)
            written.Replace(letter, two);
        return written.ToString();
    }

    /// <summary>The folded words; a stem keeps its asterisk.</summary>
    private static string[] Words(string term)
    {
        var found = new List<string>();
        int at = 0;
        while (at < term.Length)
        {
            int start = at;
            while (at < term.Length && Characters.IsWord(term[at]))
                at++;
            if (at == start)
                at++;
            else
                found.Add(Characters.Fold(term.AsSpan(start, at - start)) + (at < term.Length && term[at] == '*' ? "*" : ""));
        }

        return [.. found];
    }

    private void AddPath(string[] parts, int term)
    {
        int node = 0;
        foreach (string part in parts)
        {
            long edge = Edge(node, Word(part));
            if (!edges.TryGetValue(edge, out int next))
            {
                edges[edge] = next = termAt.Count;
                termAt.Add(-1);
            }

            if (node == 0)
                SetFirst(Word(part), next);
            node = next;
        }

        termAt[node] = term;
    }

    private void SetFirst(int word, int node)
    {
        while (firsts.Count <= word)
            firsts.Add(-1);
        firsts[word] = node;
    }

    private int Word(string part)
    {
        if (words.TryGetValue(part, out int id))
            return id;
        words[part] = id = words.Count;
        if (part[^1] == '*')
            Stems.Add(part[..^1], id);
        else
            Exact.Add(part, id);
        return id;
    }
}
