using System.Collections.Frozen;

namespace Rogatory.Core.Classification.Special;

/// <summary>
/// Whether somebody is spoken of right before a word: <c>he is</c>, <c>sie war eine</c>. The words are too common to be looked for in all text, and
/// are read only where something was found.
/// </summary>
internal static class Pronouns
{
    private const int Reach = 40, MostWords = 4;

    private static readonly FrozenSet<string> People = (
        "he she they who his her their my him il elle ils elles je qui son sa er sie ich wer sein seine ihr ihre él ella ellos yo quien su lui lei egli ella io suo sua " +
        "ele ela eles eu seu sua hij zij ze ik zijn haar ona oni jego jej")
        .Split(' ').Select(word => Characters.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Being = (
        "is was are were am been being est était sont étaient suis soit ist war sind waren bin sei es era son eran soy fue è era sono erano sia é era são eram sou " +
        "waren ben jest był była są byli była")
        .Split(' ').Select(word => Characters.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>One of the few words before is somebody.</summary>
    public static bool StandBefore(ReadOnlySpan<char> text, int start) => Find(text, start, mustBe: false);

    /// <summary>The few words before say that somebody is something.</summary>
    public static bool AreBefore(ReadOnlySpan<char> text, int start) => Find(text, start, mustBe: true);

    private static bool Find(ReadOnlySpan<char> text, int start, bool mustBe)
    {
        bool being = !mustBe;
        int end = start, limit = Math.Max(0, start - Reach);
        for (int word = 0; word < MostWords; word++)
        {
            while (end > limit && !Characters.IsWord(text[end - 1]))
            {
                if (text[--end] is '.' or '!' or '?' or '\n')
                    return false;
            }

            int from = end;
            while (from > limit && Characters.IsWord(text[from - 1]))
                from--;
            if (from == end)
                return false;
            string folded = Characters.Fold(text[from..end]);
            if (being && People.Contains(folded))
                return true;
            being |= Being.Contains(folded);
            end = from;
        }

        return false;
    }
}
