using System.Runtime.CompilerServices;

namespace Rogatory.Core.Classification;

/// <summary>
/// The words of a lexicon by the hash of their folded letters, which the pass over the text makes as it goes. A small filter says no for
/// nearly every other word; what passes it is compared letter by letter, so a made collision finds nothing.
/// </summary>
internal sealed class WordTable
{
    public const ulong Seed = 0xCBF29CE484222325;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private readonly Dictionary<ulong, List<(string Word, int Id)>> byHash = [];
    private readonly ulong[] filter = new ulong[1024];

    /// <summary>Bit n: some word of the table has n letters.</summary>
    public ulong Lengths { get; private set; }

    public void Add(string word, int id)
    {
        ulong hash = Seed;
        foreach (char letter in word)
            hash = Step(hash, letter);
        if (!byHash.TryGetValue(hash, out var words))
            byHash[hash] = words = [];
        words.Add((word, id));
        filter[hash >> 58 | (hash >> 48 & 0x3C0)] |= 1UL << (int)(hash >> 40 & 63);
        Lengths |= 1UL << Math.Min(word.Length, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong hash, char letter) => unchecked((hash ^ letter) * Prime);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong hash) => (filter[hash >> 58 | (hash >> 48 & 0x3C0)] >> (int)(hash >> 40 & 63) & 1) != 0;

    /// <summary>The id of the word that the folded text begins with, over its whole length if <paramref name="whole"/>; -1 if none.</summary>
    public int Find(ulong hash, ReadOnlySpan<char> text, bool whole)
    {
        if (byHash.TryGetValue(hash, out var words))
        {
            foreach ((string word, int id) in words)
            {
                if (Begins(text, word, whole))
                    return id;
            }
        }

        return -1;
    }

    private static bool Begins(ReadOnlySpan<char> text, string word, bool whole)
    {
        int at = 0;
        foreach (char unit in text)
        {
            char fold = Characters.Folds[unit];
            if (fold == 0)
                continue;
            if (Characters.IsTwo(fold))
            {
                (char first, fold) = Characters.Split(fold);
                if (at == word.Length)
                    return !whole;
                if (word[at++] != first)
                    return false;
            }

            if (at == word.Length)
                return !whole;
            if (word[at++] != fold)
                return false;
        }

        return at == word.Length;
    }
}
