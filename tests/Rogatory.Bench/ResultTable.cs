using System.Text.Json;

namespace Rogatory.Bench;

/// <summary>The rows measured, each with its goal where it has one.</summary>
internal sealed class ResultTable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<ResultRow> _rows = [];

    public bool AllHold => _rows.TrueForAll(row => row.Holds != false);

    public void Add(string name, double value, string unit) => Add(new ResultRow(name, value, unit, null, null));

    public void AtLeast(string name, double value, string unit, double goal) => Add(new ResultRow(name, value, unit, $">= {goal}", value >= goal));

    public void AtMost(string name, double value, string unit, double goal) => Add(new ResultRow(name, value, unit, $"<= {goal}", value <= goal));

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"name",-72} {"value",10} {"unit",-10} {"goal",-9} holds");
        foreach (ResultRow row in _rows)
            Console.WriteLine($"{row.Name,-72} {row.Value,10:0.###} {row.Unit,-10} {row.Goal,-9} {row.Holds switch { true => "yes", false => "NO", null => "" }}");
    }

    public async Task WriteAsync(string file)
    {
        await using FileStream stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, _rows, Options);
    }

    private void Add(ResultRow row)
    {
        _rows.Add(row);
        Console.Error.WriteLine($"  {row.Name}: {row.Value:0.###} {row.Unit}");
    }
}
