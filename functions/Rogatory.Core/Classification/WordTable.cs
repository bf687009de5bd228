using System.Runtime.CompilerServices;

namespace Rogatory.Core.Classification;

/// <summary>
/// The words of a lexicon by the hash of their folded letters, which the pass over the text makes as it goes. A small filter says no for
/// nearly every other word. Words are told apart by all 64 bits of the hash: who makes a text of which two words share them gains no more than
/// by writing the word.
/// </summary>
internal sealed class WordTable
{
    public const ulong Seed = 0xCBF29CE484222325;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private readonly ulong[] filter = new ulong[4096];
    private ulong[] hashes = new ulong[1024];
    private int[] ids = new int[1024];
    private int count;

    /// <summary>Bit n: some word of the table has n letters.</summary>
    public ulong Lengths { get; private set; }

    public void Add(string word, int id)
    {
        ulong hash = Seed;
        foreach (char letter in word)
            hash = Step(hash, letter);
        if (Find(hash) >= 0)
            throw new InvalidOperationException("Two words of the lexicon share a hash.");
        if (++count * 4 > hashes.Length)
            Grow();
        Place(hash, id);
        filter[hash >> 52] |= 1UL << (int)(hash >> 40 & 63);
        Lengths |= 1UL << Math.Min(word.Length, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong hash, char letter) => unchecked((hash ^ letter) * Prime);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong hash) => (filter[hash >> 52] >> (int)(hash >> 40 & 63) & 1) != 0;

    /// <summary>The id of the word with this hash; -1 if none has it.</summary>
    public int Find(ulong hash)
    {
        int slot = Slot(hash);
        while (hashes[slot] != 0)
        {
            if (hashes[slot] == hash)
                return ids[slot];
            slot = (slot + 1) & (hashes.Length - 1);
        }

        return -1;
    }

    private int Slot(ulong hash) => unchecked((int)(hash >> 20)) & (hashes.Length - 1);

    private void Place(ulong hash, int id)
    {
        int slot = Slot(hash);
        while (hashes[slot] != 0)
            slot = (slot + 1) & (hashes.Length - 1);
        (hashes[slot], ids[slot]) = (hash, id);
    }

    private void Grow()
    {
        (ulong[] old, int[] oldIds) = (hashes, ids);
        hashes = new ulong[old.Length * 2];
        ids = new int[old.Length * 2];
        for (int slot = 0; slot < old.Length; slot++)
        {
            if (old[slot] != 0)
                Place(old[slot], oldIds[slot]);
        }
    }
}
