using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Receipt;
using Rogatory.Cli.Retention;
using Rogatory.Core.Reports;
using Rogatory.Ledger;

namespace Rogatory.Cli.Reports;

/// <summary>What a dossier is made of: the case's ledger as it was exported, what proves it, and what was found when it was verified.</summary>
internal sealed class Dossier
{
    private Dossier(string @case, DateTimeOffset madeAt, JsonObject authority, byte[] ledger, JsonObject? checkpoint, IReadOnlyList<string> certificates)
    {
        List<LedgerLine> lines = [];
        (Case, MadeAt, Authority, Checkpoint, Certificates) = (@case, madeAt, authority, checkpoint, certificates);
        Report = LedgerCheck.Check(new MemoryStream(ledger, writable: false), lines.Add);
        Lines = lines;
        LedgerDigest = Convert.ToHexStringLower(SHA256.HashData(ledger));
        Texts = [.. Encoding.UTF8.GetString(ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public string Case { get; }

    public DateTimeOffset MadeAt { get; }

    public JsonObject Authority { get; }

    public LedgerReport Report { get; }

    /// <summary>The lines that hold.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>All lines as they were exported.</summary>
    public IReadOnlyList<string> Texts { get; }

    public string LedgerDigest { get; }

    public JsonObject? Checkpoint { get; }

    /// <summary>The signed certificates of what was erased.</summary>
    public IReadOnlyList<string> Certificates { get; }

    public ReportVerdict Verdict { get; private set; } = new(VerdictState.Unproven, "");

    /// <summary>How many lines a checkpoint proves, and which one.</summary>
    public (long Number, long Size)? Proven { get; private set; }

    /// <summary>Puts a dossier together and verifies all that is in it; what does not hold is its verdict, and never an exception.</summary>
    public static Dossier Of(string @case, DateTimeOffset madeAt, JsonObject authority, byte[] ledger, JsonObject? checkpoint, IReadOnlyList<string> certificates)
    {
        var dossier = new Dossier(@case, madeAt, authority, ledger, checkpoint, certificates);
        dossier.Verdict = dossier.Judge();
        return dossier;
    }

    /// <summary>All of it, for a program.</summary>
    public JsonObject ToJson() => new()
    {
        ["verdict"] = new JsonObject { ["state"] = Verdict.State.ToString().ToLowerInvariant(), ["sentence"] = Verdict.Sentence },
        ["case"] = Case,
        ["madeAt"] = MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["ledger"] = new JsonObject
        {
            ["size"] = Report.Size, ["root"] = Report.Root, ["lastDigest"] = Report.LastDigest, ["sha256"] = LedgerDigest, ["lines"] = new JsonArray([.. Texts.Select(text => JsonValue.Create(text))]),
        },
        ["checkpoint"] = Checkpoint?.DeepClone(),
        ["certificates"] = new JsonArray([.. Certificates.Select(one => JsonValue.Create(one))]),
        ["authority"] = Authority.DeepClone(),
    };

    private ReportVerdict Judge()
    {
        if (!Report.Holds)
            return Broken($"the ledger does not hold from line {Report.LineNumber}: {Report.Why} Nothing from that line on is shown.");
        if (Report.Case != Case)
            return Broken($"the ledger is that of {Report.Case}.");
        try
        {
            foreach (string certificate in Certificates)
                CertificateCheck.IsProvenBy(CertificateCheck.Verify(certificate, Authority), Report, Lines);
            if (Checkpoint is null)
                return new ReportVerdict(VerdictState.Unproven, $"UNPROVEN: all {Says.Number(Report.Size)} entries hold together, but no checkpoint covers the case yet. The next one does, within the hour.");
            Proven = CheckpointCheck.IsProvenBy(Checkpoint, Authority, Report);
        }
        catch (CommandFailedException broken) when (broken.Code == ExitCode.Breaks)
        {
            return Broken(broken.Message);
        }

        return new ReportVerdict(VerdictState.Holds, Proven.Value.Size == Report.Size
            ? $"All {Says.Number(Report.Size)} entries of this case hold together, and every one is proven by the signed checkpoint {Proven.Value.Number}."
            : $"All {Says.Number(Report.Size)} entries of this case hold together. The first {Says.Number(Proven.Value.Size)} are proven by the signed checkpoint {Proven.Value.Number}; the {Says.Number(Report.Size - Proven.Value.Size)} after them are younger than it.");
    }

    private static ReportVerdict Broken(string why) => new(VerdictState.Broken, $"BROKEN: {why} Do not rely on this dossier before that is explained.");
}
