using System.Globalization;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Finds the column that a request names: by its header, else by number or letter.</summary>
internal static class TableColumns
{
    /// <summary>The most columns that a sheet has.</summary>
    public const int Most = 16_384;

    /// <summary>The column's index, or -1.</summary>
    public static int Find(IReadOnlyList<string>? labels, string name, int width)
    {
        for (int column = 0; column < labels?.Count; column++)
        {
            if (labels[column].Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) return column;
        }
        int index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : Letters(name) - 1;
        return index >= 0 && index < width ? index : -1;
    }

    public static RefusedException NotThere(bool keep, int at) => ExtractRefusals.Malformed($"/{(keep ? "keep" : "remove")}", string.Create(CultureInfo.InvariantCulture,
        $"The item has no column as number {at + 1} of those named here. Name it as its header does, or by letter or number."));

    /// <summary>The number of a column that is named as in a spreadsheet (A is 1, AA 27), or 0.</summary>
    public static int Letters(ReadOnlySpan<char> letters)
    {
        int number = 0;
        foreach (char letter in letters)
        {
            if (!char.IsAsciiLetter(letter) || number > Most) return 0;
            number = (number * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }
        return number > Most ? 0 : number;
    }
}
