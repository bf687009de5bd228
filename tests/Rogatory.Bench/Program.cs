using System.Globalization;
using Rogatory.Bench;
using Rogatory.Bench.Quality;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

const string Usage =
    """
    scripts/bench.sh [--json FILE] [--rounds N] [--only transfer|access|memory|upload|sealed-upload|disclosure|rotation|classification|quality|report|signals]
                     [--mistakes FILE]

      --json      write the rows as JSON too
      --rounds    how often each pair is measured; the median counts (5)
      --only      one part of it
      --mistakes  write what quality counts as wrong or missed, with the made-up text around it

    Ratios are of medians in this one run, on this machine. Exit status 0 when every goal holds, 1 when one does not.
    """;

if (args is [ReportBench.OwnProcess, var over])
    return await ReportBench.MakeAsync(over);

string? json = null, only = null, mistakes = null;
int rounds = 5;
for (int at = 0; at < args.Length; at += 2)
{
    string? value = at + 1 < args.Length ? args[at + 1] : null;
    switch (args[at])
    {
        case "--json" when value is not null:
            json = value;
            break;
        case "--only" when value is "transfer" or "access" or "memory" or "upload" or "sealed-upload" or "disclosure" or "rotation" or "classification" or "quality" or "report" or "signals":
            only = value;
            break;
        case "--mistakes" when value is not null:
            mistakes = value;
            break;
        case "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out rounds) && rounds > 0:
            break;
        default:
            Console.Error.WriteLine(Usage);
            return args[at] == "--help" ? 0 : 2;
    }
}

var table = new ResultTable();
if (only is null or "access")
    await AccessBench.RunAsync(table, rounds);
if (only is null or "transfer")
    await TransferBench.RunAsync(table, rounds);
if (only is null or "memory")
    await MemoryBench.RunAsync(table, rounds);
if (only is null or "upload")
    await UploadBench.RunAsync(table, rounds);
if (only is null or "sealed-upload")
    await SealedUploadBench.RunAsync(table, rounds);
if (only is null or "disclosure")
    await DisclosureBench.RunAsync(table, rounds);
if (only is null or "rotation")
    await RotationBench.RunAsync(table, rounds);
if (only is null or "classification")
    await ClassificationBench.RunAsync(table, rounds);
if (only is null or "classification" or "quality")
    await QualityBench.RunAsync(table, mistakes);
if (only is null or "report")
    await ReportBench.RunAsync(table);
if (only is null or "signals")
    SignalsBench.Run(table);
table.Print();
if (json is not null)
    await table.WriteAsync(json);
return table.AllHold ? 0 : 1;
