using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Reports;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Cli.Tests.Reports;

/// <summary>What an authority answers about a made-up case: its ledger, its keys, and the proof that it stands in a checkpoint.</summary>
internal sealed class SampleDossier : IDisposable
{
    private const int Number = 68;
    private const int Entries = 44;
    private static readonly DateTimeOffset MadeAt = new(2027, 1, 4, 9, 30, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string Case => MadeCase.CaseOf(Number).ToString();

    public byte[] Ledger { get; private set; } = [];

    public JsonObject Checkpoint { get; private set; } = [];

    public JsonObject Authority => new()
    {
        ["name"] = "Demonstration central authority", ["jurisdiction"] = "NL", ["keys"] = new JsonArray(new VerificationKey(EcJwk.From(_key, "sig-1"), MadeAt.AddYears(-1), null).ToJson()),
    };

    public static async Task<SampleDossier> StartAsync()
    {
        var sample = new SampleDossier();
        var (ledgers, statements) = (new InMemoryLedgerStore(), new InMemoryStatementStore());
        List<CheckpointCase> cases = [];
        foreach (int number in (int[])[Number, 1, 2, 3, 4, 5])
            cases.Add(await MadeCase.WriteAsync(number, ledgers, Entries));
        IReadOnlyList<VerificationKey> keys = VerificationKey.ReadSet(System.Text.Json.JsonSerializer.SerializeToElement(sample.Authority));
        await SampleReport.CheckpointAsync(cases, statements, sample._key);
        sample.Ledger = await ledgers.ReadAsync(Case, 0, CancellationToken.None);
        sample.Checkpoint = (await new Checkpoints(statements, keys).ProveAsync(CaseId.Parse(Case), CancellationToken.None))!.ToJson();
        return sample;
    }

    public Dossier Make(byte[]? ledger = null, bool withCheckpoint = true, JsonObject? authority = null) =>
        Dossier.Of(Case, MadeAt, authority ?? Authority, ledger ?? Ledger, withCheckpoint ? Checkpoint : null, []);

    /// <summary>A statement that the authority's key signs.</summary>
    public Task<string> SignAsync(string type, JsonObject payload) => Statement.SignAsync(type, payload, new Signer(_key), CancellationToken.None);

    /// <summary>The ledger with one more line, which no checkpoint covers.</summary>
    public byte[] Longer() => Longer(new Rogatory.Core.Access.ItemConsulted { Command = CommandId.Derive("sample", "more"), Item = ItemId.Parse("letter"), Justification = ItemId.Parse("request.reading-00aa") });

    /// <summary>The ledger with more lines, which no checkpoint covers.</summary>
    public byte[] Longer(params LedgerEvent[] events)
    {
        LedgerTip tip = LedgerTip.Empty;
        foreach (string line in Encoding.UTF8.GetString(Ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            tip = tip.Follow(Encoding.UTF8.GetBytes(line));
        return [.. Ledger, .. tip.Append(Case, MadeAt, [.. events.Select(one => EventCodec.Encode("officer:o-jansen", one))]).Bytes.Span];
    }

    public byte[] Changed() => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Ledger).Replace("\"ground\":\"complete-and-lawful\"", "\"ground\":\"complete-and-unlawful\"", StringComparison.Ordinal));

    public void Dispose() => _key.Dispose();

    private sealed class Signer(ECDsa key) : IStatementSigner
    {
        public string KeyId => "sig-1";

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
            ValueTask.FromResult(key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
