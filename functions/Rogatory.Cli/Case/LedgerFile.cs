using Rogatory.Ledger;

namespace Rogatory.Cli.Case;

/// <summary>A ledger in a file.</summary>
internal static class LedgerFile
{
    /// <summary>Whether it holds and, when it does, its lines.</summary>
    public static (LedgerReport Report, IReadOnlyList<LedgerLine> Lines) Check(string path)
    {
        LedgerReport report;
        using (var file = Files.OpenRead(path))
        using (var buffered = new BufferedStream(file, 1 << 16))
            report = LedgerCheck.Check(buffered);
        return (report, report.Holds ? [.. File.ReadLines(path).Select(line => LedgerLine.Parse(System.Text.Encoding.UTF8.GetBytes(line)))] : []);
    }
}
