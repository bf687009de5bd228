using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A sheet of a workbook as it shows: rows by their own numbers, and in each the cells that have a value.</summary>
internal sealed class SheetCells
{
    /// <summary>The rows, in order.</summary>
    public List<Row> Rows { get; } = [];

    /// <summary>The names of columns in the first row, by index; nothing if it names none.</summary>
    public List<string>? Labels { get; set; }

    /// <summary>One more than the index of the last column that has a value.</summary>
    public int Width { get; set; }

    /// <summary>A row.</summary>
    public sealed record Row(long Number, List<Cell> Cells);

    /// <summary>A cell: its column, from 0, its value's place in the text, and whether it is a number.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Cell(int Column, int Start, int End, bool IsNumber);
}
