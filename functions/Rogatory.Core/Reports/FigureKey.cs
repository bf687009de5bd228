namespace Rogatory.Core.Reports;

/// <summary>Where a figure stands.</summary>
internal readonly record struct FigureKey(string Table, string Column, string Row)
{
    public string Id => $"{Table}.{Column}.{Row}";
}
