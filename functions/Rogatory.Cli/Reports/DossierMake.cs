using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Reports;
using Rogatory.Ledger;

namespace Rogatory.Cli.Reports;

internal sealed class DossierMake : OfficerCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string> _out = new("--out") { Description = "Where the page goes, as HTML; what a program checks goes beside it, as JSON.", Required = true, HelpName = "FILE" };

    public DossierMake()
        : base("dossier", "Writes the chain of custody of a case for a court: every item, digest, hand, reason and proof, verified as it is written, with what is needed to check it without us.",
            "rogatory dossier 7K3Q-F2M9-X4TD --out dossier.html")
    {
        Add(_case);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        string @case = Typed.Case(line.GetRequiredValue(_case)).ToString(), path = line.GetRequiredValue(_out), jsonPath = Path.ChangeExtension(path, ".json");
        if (jsonPath == path)
            throw CommandFailedException.Usage("--out names the page; the JSON goes beside it, so it can't end with .json.");
        JsonObject keys = await authority.GetJsonAsync("/authority", cancellationToken);

        // The proof first: a ledger that is read after it has at least the lines that it covers.
        JsonObject? checkpoint = await OrNothingAsync("checkpoint-not-made", () => authority.GetJsonAsync($"/cases/{@case}/checkpoint", cancellationToken));
        using var ledger = new MemoryStream();
        await screen.WithProgressAsync("Exporting the ledger", null, report => authority.DownloadAsync($"/cases/{@case}/ledger", _ => { }, ledger, report, cancellationToken));
        List<string> certificates = [];
        foreach (int erasure in ErasuresIn(ledger.ToArray()))
        {
            if (await OrNothingAsync("erasure-not-done", () => authority.GetBytesAsync($"/cases/{@case}/erasures/{erasure}/certificate", cancellationToken)) is { } certificate)
                certificates.Add(Encoding.ASCII.GetString(certificate));
        }

        Dossier dossier = Dossier.Of(@case, TimeProvider.System.GetUtcNow(), keys, ledger.ToArray(), checkpoint, certificates);
        byte[] json = Encoding.UTF8.GetBytes(dossier.ToJson().ToJsonString(Indented) + "\n");
        await Files.ReplaceAsync(jsonPath, json, cancellationToken);
        string digest = Convert.ToHexStringLower(SHA256.HashData(json));
        await Files.ReplaceAsync(path, Encoding.UTF8.GetBytes(DossierPage.Write(dossier, Path.GetFileName(jsonPath), digest)), cancellationToken);
        var said = new JsonObject
        {
            ["case"] = @case, ["verdict"] = dossier.Verdict.State.ToString().ToLowerInvariant(), ["sentence"] = dossier.Verdict.Sentence, ["file"] = path, ["json"] = jsonPath, ["sha256"] = digest, ["root"] = dossier.Report.Root,
        };
        return new Answer(said, $"{dossier.Verdict.Sentence}\n{path} is the dossier of {@case}, and {jsonPath} what goes with it: SHA-256 {digest}.", dossier.Verdict.State == VerdictState.Broken ? ExitCode.Breaks : ExitCode.Holds);
    }

    private static SortedSet<int> ErasuresIn(byte[] ledger)
    {
        SortedSet<int> erasures = [];
        LedgerCheck.Check(new MemoryStream(ledger, writable: false), line =>
        {
            if (line.Event == "retention.item-erased" && line.Data["erasure"] is JsonValue value && value.TryGetValue(out int erasure))
                erasures.Add(erasure);
        });
        return erasures;
    }

    private static async Task<T?> OrNothingAsync<T>(string slug, Func<Task<T>> get)
        where T : class
    {
        try
        {
            return await get();
        }
        catch (CommandFailedException refused) when (refused.Slug == slug)
        {
            return null;
        }
    }
}
