namespace Rogatory.Core.Classification;

/// <summary>The one pass over a window's text: its runs of letters and digits, the marks between them, and the terms of the lexicon.</summary>
internal sealed class Tokens(Lexicon lexicon, CharacterKinds[] kinds, ulong letterLengths)
{
    /// <summary>No word is found to be more words and stems of the lexicon.</summary>
    private const int MostWordsOfOne = 8;

    private readonly CharacterKinds[] kinds = kinds;
    private readonly WordTable exact = lexicon.Exact;
    private readonly WordTable stems = lexicon.Stems;
    private readonly PhraseMatcher phrases = new(lexicon);
    private readonly int[] words = new int[MostWordsOfOne];
    private Atom[] atoms = new Atom[256];
    private int[] numbers = new int[256];
    private int[] marks = new int[256];

    public ReadOnlySpan<Atom> Atoms => atoms.AsSpan(0, AtomCount);

    public int AtomCount { get; private set; }

    /// <summary>Which of the runs hold a digit, or are all capitals and as long as a number of letters is.</summary>
    public ReadOnlySpan<int> Numbers => numbers.AsSpan(0, NumberCount);

    public int NumberCount { get; private set; }

    public ReadOnlySpan<int> Marks => marks.AsSpan(0, MarkCount);

    public int MarkCount { get; private set; }

    public List<TermHit> Hits => phrases.Hits;

    /// <summary>Reads a text anew. <paramref name="cut"/>: it begins inside of a run.</summary>
    public void Read(ReadOnlySpan<char> text, bool cut)
    {
        AtomCount = NumberCount = 0;
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
                    at = ReadAtom(text, at, cut && at == 0);
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

    private int ReadAtom(ReadOnlySpan<char> text, int start, bool cut)
    {
        CharacterKinds seen = cut ? CharacterKinds.Cut : CharacterKinds.None;
        CharacterKinds[] table = kinds;
        WordTable starts = stems;
        ulong hash = WordTable.Seed, stemLengths = starts.Lengths;
        Span<int> found = words;
        int foundCount = 0, length = 0, at = start;
        unchecked
        {
            while (at < text.Length && text[at] < 0x80)
            {
                CharacterKinds kind = table[text[at]];
                if ((kind & CharacterKinds.Word) == CharacterKinds.None)
                    break;
                seen |= kind;
                // The bit that tells capital from small letters, 32, is 16 times the flag of a capital.
                hash = WordTable.Step(hash, (char)(text[at++] | ((int)(kind & CharacterKinds.Upper) << 4)));
                length++;
                if ((stemLengths >> length & 1) != 0 && starts.MayHold(hash) && length < 64)
                    Keep(starts.Find(hash), found, ref foundCount);
            }

            if (at < text.Length && text[at] >= 0x80)
                at = ReadBeyondAscii(text, start, at, ref hash, ref length, ref seen, found, ref foundCount);
            if (length <= Atom.MostLength && exact.MayHold(hash))
                Keep(exact.Find(hash), found, ref foundCount);
            if (foundCount > 0 && !cut)
                phrases.Add(found[..foundCount], start, at, text);
            Add(new Atom(start, at - start, seen));
        }

        return at;
    }

    /// <summary>The rest of a run in which another than an ASCII letter stands.</summary>
    private int ReadBeyondAscii(
        ReadOnlySpan<char> text, int start, int at, ref ulong hash, ref int length, ref CharacterKinds seen, Span<int> found, ref int foundCount)
    {
        CharacterKinds script = kinds[text[start]] & CharacterKinds.OtherScript;
        unchecked
        {
            while (at < text.Length)
            {
                CharacterKinds kind = kinds[text[at]];
                if ((kind & CharacterKinds.Word) == CharacterKinds.None || ((kind & CharacterKinds.OtherScript) != script && !Characters.IsMark(text[at])))
                    break;
                seen |= kind;
                char fold = Characters.Folds[text[at++]];
                if (fold == 0)
                    continue;
                if (Characters.IsTwo(fold))
                {
                    (char first, fold) = Characters.Split(fold);
                    hash = WordTable.Step(hash, first);
                    length++;
                }

                hash = WordTable.Step(hash, fold);
                length++;
                if (length < 64 && (stems.Lengths >> length & 1) != 0 && stems.MayHold(hash))
                    Keep(stems.Find(hash), found, ref foundCount);
            }
        }

        return at;
    }

    private void Add(Atom atom)
    {
        if (AtomCount == atoms.Length)
        {
            Array.Resize(ref atoms, atoms.Length * 2);
            Array.Resize(ref numbers, atoms.Length);
        }

        if (atom.HasDigit || (atom.Length < 64 && (letterLengths >> atom.Length & 1) != 0 && !atom.HasLower))
            numbers[NumberCount++] = AtomCount;
        atoms[AtomCount++] = atom;
    }

    private static void Keep(int id, Span<int> found, ref int count)
    {
        if (id >= 0 && count < found.Length)
            found[count++] = id;
    }
}
