using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Reports;
using Rogatory.LocalHost.Keys;
using Rogatory.TestKit;

namespace Rogatory.Bench;

/// <summary>A report over 10,000 cases and 1,000,000 entries, verified and counted, in a process of its own so that its memory can be told.</summary>
internal static class ReportBench
{
    public const string OwnProcess = "report-over";
    private const int Cases = 10_000;
    private static readonly DateTimeOffset MadeAt = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(ResultTable table)
    {
        string folder = Directory.CreateTempSubdirectory("rogatory-bench-report-").FullName;
        try
        {
            await WriteAsync(folder);
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false, ArgumentList = { typeof(ReportBench).Assembly.Location, OwnProcess, folder } };
            using Process own = Process.Start(start)!;
            string[] said = (await own.StandardOutput.ReadToEndAsync()).Split(' ');
            await own.WaitForExitAsync();
            if (own.ExitCode != 0)
                throw new InvalidOperationException("The report was not made.");
            table.AtMost("report over 10,000 cases and 1,000,000 entries", double.Parse(said[0], CultureInfo.InvariantCulture), "s", 60);
            table.AtMost("memory of it at most, resident", double.Parse(said[1], CultureInfo.InvariantCulture), "MiB", 300);
            table.Add("its size as JSON", double.Parse(said[2], CultureInfo.InvariantCulture), "MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the process of its own does.</summary>
    public static async Task<int> MakeAsync(string folder)
    {
        var stores = new FolderStores(folder);
        using var signer = SignerOf(folder);
        IReadOnlyList<VerificationKey> keys = [new VerificationKey(signer.PublicKey, MadeAt.AddYears(-1), null)];
        var home = new HomeAuthority(StateCode.Parse("NL"), "westeurope", IsReplicatedToPair: false, ["EU"], "Bench");
        var make = new MakeReport(stores, new Checkpoints(stores, keys), PolicySet.Load(), home, TimeProvider.System);
        long start = Stopwatch.GetTimestamp();
        Report report = await make.RunAsync("Bench", new ReportPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), CancellationToken.None);
        double size = JsonSerializer.SerializeToUtf8Bytes(report, JsonSerializerOptions.Web).Length;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var own = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} {own.PeakWorkingSet64 / 1048576.0:0.0} {size / 1048576:0.00}"));
        return report.Verification is { Lines: Cases * MadeCase.Entries, Proven: Cases } && report.Verdict.State == VerdictState.Holds ? 0 : 1;
    }

    private static async Task WriteAsync(string folder)
    {
        var stores = new FolderStores(folder);
        var cases = new CheckpointCase[Cases];
        await Parallel.ForAsync(0, Cases, async (number, _) => cases[number] = await MadeCase.WriteAsync(number, stores));
        Array.Sort(cases, (one, other) => string.CompareOrdinal(one.Case.ToString(), other.Case.ToString()));
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            await File.WriteAllTextAsync(Path.Combine(folder, "signer.jwk"), PrivateJwk.Write(key, "bench/1"));
        using var signer = SignerOf(folder);
        string root = Convert.ToHexStringLower(Rogatory.Ledger.MerkleTree.Root([.. cases.Select(one => one.LeafHash())]));
        var checkpoint = new Checkpoint(0, Checkpoint.NoPrevious, Cases, root, MadeAt);
        await stores.TryCreateAsync(Checkpoints.CasesNameOf(0, root), cases.SelectMany(one => one.ToLine().Append((byte)'\n')).ToArray(), CancellationToken.None);
        string statement = await Statement.SignAsync(Checkpoint.Type, checkpoint.ToJson(), signer, CancellationToken.None);
        await stores.TryCreateAsync(Checkpoints.NameOf(0), Encoding.ASCII.GetBytes(statement), CancellationToken.None);
    }

    private static LocalStatementSigner SignerOf(string folder) => new(File.ReadAllText(Path.Combine(folder, "signer.jwk")), Core.Case.Space.Real);
}
