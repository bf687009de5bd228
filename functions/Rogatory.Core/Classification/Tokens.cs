namespace Rogatory.Core.Classification;

/// <summary>The one pass over a window's text: its runs of letters and digits, the marks between them, and the terms of the lexicon.</summary>
internal sealed class Tokens(Lexicon lexicon, CharacterKinds[] kinds)
{
    /// <summary>A word and the stems it begins with.</summary>
    private const int MostWordsOfOne = 8;

    private readonly WordTable exact = lexicon.Exact;
    private readonly WordTable stems = lexicon.Stems;
    private readonly PhraseMatcher phrases = new(lexicon);
    private Atom[] atoms = new Atom[256];
    private int[] marks = new int[256];

    public ReadOnlySpan<Atom> Atoms => atoms.AsSpan(0, AtomCount);

    public int AtomCount { get; private set; }

    public ReadOnlySpan<int> Marks => marks.AsSpan(0, MarkCount);

    public int MarkCount { get; private set; }

    public List<TermHit> Hits => phrases.Hits;

    /// <summary>Reads a text anew. <paramref name="cut"/>: it begins inside of a run.</summary>
    public void Read(ReadOnlySpan<char> text, bool cut)
    {
        AtomCount = 0;
        MarkCount = 0;
        phrases.Clear();
        unchecked
        {
            int at = 0;
            while (at < text.Length)
            {
                CharacterKinds kind = kinds[text[at]];
                if ((kind & CharacterKinds.Word) != CharacterKinds.None)
                {
                    at = ReadAtom(text, at, kind, cut && at == 0);
                    continue;
                }

                if ((kind & CharacterKinds.Mark) != CharacterKinds.None)
                {
                    if (MarkCount == marks.Length)
                        Array.Resize(ref marks, marks.Length * 2);
                    marks[MarkCount++] = at;
                }

                at++;
            }
        }
    }

    private int ReadAtom(ReadOnlySpan<char> text, int start, CharacterKinds kind, bool cut)
    {
        ReadOnlySpan<char> folds = Characters.Folds;
        CharacterKinds seen = cut ? CharacterKinds.Cut : CharacterKinds.None, script = kind & CharacterKinds.OtherScript;
        ulong hash = WordTable.Seed, stemLengths = stems.Lengths;
        Span<int> found = stackalloc int[MostWordsOfOne];
        int foundCount = 0, length = 0, at = start;
        unchecked
        {
            do
            {
                seen |= kind;
                char fold = folds[text[at++]];
                if (fold != 0)
                {
                    if (Characters.IsTwo(fold))
                    {
                        (char first, fold) = Characters.Split(fold);
                        hash = WordTable.Step(hash, first);
                        length++;
                    }

                    hash = WordTable.Step(hash, fold);
                    length++;
                    if (length < 64 && (stemLengths >> length & 1) != 0 && foundCount < MostWordsOfOne - 1 && stems.MayHold(hash))
                        Keep(stems.Find(hash, text[start..at], whole: false), found, ref foundCount);
                }
            }
            while (at < text.Length && ((kind = kinds[text[at]]) & CharacterKinds.Word) != CharacterKinds.None && (kind & CharacterKinds.OtherScript) == script);

            if (length <= Atom.MostLength && exact.MayHold(hash))
                Keep(exact.Find(hash, text[start..at], whole: true), found, ref foundCount);
            if (foundCount > 0 && !cut)
                phrases.Add(found[..foundCount], start, at, text);
            if (AtomCount == atoms.Length)
                Array.Resize(ref atoms, atoms.Length * 2);
            atoms[AtomCount++] = new Atom(start, at - start, seen);
        }

        return at;
    }

    private static void Keep(int id, Span<int> found, ref int count)
    {
        if (id >= 0)
            found[count++] = id;
    }
}
