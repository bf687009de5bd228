using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.Cli.Case;

/// <summary>A ledger in a file.</summary>
internal static class LedgerFile
{
    /// <summary>The answer to an export of it: whether it holds together, with its size and root.</summary>
    public static Answer Exported(string path, string member)
    {
        var (check, _) = Check(path);
        var json = new JsonObject { ["file"] = path, [member] = check.Case, ["holds"] = check.Holds, ["size"] = check.Size, ["root"] = check.Root, ["line"] = check.LineNumber };
        return check.Holds
            ? new Answer(json, $"{path} holds the ledger of {check.Case}: {PlainText.Count(check.Size, "line")}, root {check.Root}.")
            : new Answer(json, $"{path} was exported, but breaks at line {check.LineNumber}: {check.Why}", ExitCode.Breaks);
    }

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
