namespace Rogatory.Core.Transfer;

/// <summary>One fact that rules can use.</summary>
/// <param name="Index">Its place among all facts.</param>
/// <param name="Path">Its name, sections separated by dots, such as <c>recipient.kind</c>; what the law makes of stated facts begins with <c>law.</c>.</param>
/// <param name="Kind">What values it can have.</param>
/// <param name="Codes">The codes it can have, at most 64; the place of a code is its bit.</param>
/// <param name="Sources">For what the law makes of stated facts: the paths of these.</param>
internal sealed record FactDefinition(int Index, string Path, FactKind Kind, IReadOnlyList<string> Codes, IReadOnlyList<string> Sources)
{
    public bool IsDerived => Path.StartsWith("law.", StringComparison.Ordinal);

    /// <summary>The bits of codes, or null when one of them is none of this fact's.</summary>
    public ulong? BitsOf(IEnumerable<string> codes)
    {
        ulong bits = 0;
        foreach (string code in codes)
        {
            int place = PlaceOf(code);
            if (place < 0)
                return null;
            bits |= 1UL << place;
        }

        return bits;
    }

    private int PlaceOf(string code)
    {
        for (int place = 0; place < Codes.Count; place++)
        {
            if (Codes[place] == code)
                return place;
        }

        return -1;
    }
}
