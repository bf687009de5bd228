using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Cli.Tests.Receipt;

/// <summary>What a partner holds in the end: a ledger, a receipt over its first lines, the authority's keys and the request.</summary>
internal sealed class Evidence : IStatementSigner, IDisposable
{
    public const string Case = "7K3Q-F2M9-X4TD";
    public const int Covered = 3;

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Digest = new('a', 64);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Folder _folder = new();

    public Evidence()
    {
        Ledger = Lines(("intake.request-opened", new()), Sealed("request"), Sealed("statement"), ("intake.receipt-issued", new()), ("review.request-accepted", new()));
        Request = Encoding.UTF8.GetBytes("""{"reference":"PNF-2026-0411"}""");
        Receipt = new IntakeReceipt(
            CaseId.Parse(Case), Convert.ToHexStringLower(SHA256.HashData(Request)), [new(ItemId.Parse("statement"), Digest)],
            new(Covered, RootOf(Covered)), null, Start.AddMinutes(1));
    }

    public string KeyId => "sig-1";

    public byte[] Ledger { get; set; }

    public byte[] Request { get; set; }

    public IntakeReceipt Receipt { get; set; }

    public JsonObject Authority => new() { ["name"] = "Some authority", ["keys"] = new JsonArray(new VerificationKey(EcJwk.From(_key, KeyId), Start, null).ToJson()) };

    public string AuthorityFile => _folder.Write("authority.json", Authority.ToJsonString());

    public string RequestFile => _folder.Write("request.json", Request);

    public string LedgerFile => _folder.Write("ledger.jsonl", Ledger);

    public string RootOf(int size) => LedgerCheck.Check(new MemoryStream(Ledger)).RootAt(size);

    public async Task<string> ReceiptFileAsync() =>
        _folder.Write("receipt.jws", await Statement.SignAsync(IntakeReceipt.Type, Receipt.ToJson(), this, default));

    /// <summary>Proof of the first lines in a checkpoint with one case beside this one.</summary>
    public async Task<string> CheckpointFileAsync(Func<CheckpointProof, CheckpointProof>? change = null, string @case = Case)
    {
        var id = CaseId.Parse(@case);
        byte[][] leaves = [CheckpointCase.LeafHash(id, Covered, RootOf(Covered)), CheckpointCase.LeafHash(CaseId.Parse("ZZZZ-ZZZZ-ZZZZ"), 1, Digest)];
        var checkpoint = new Checkpoint(7, Digest, leaves.Length, Convert.ToHexStringLower(MerkleTree.Root(leaves)), Start.AddMinutes(1));
        var statement = await Statement.SignAsync(Checkpoint.Type, checkpoint.ToJson(), this, default);
        var proof = new CheckpointProof(statement, id, Covered, RootOf(Covered), 0, [Convert.ToHexStringLower(leaves[1])]);
        return _folder.Write("checkpoint.json", (change?.Invoke(proof) ?? proof).ToJson().ToJsonString());
    }

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    public static byte[] Lines(params (string Event, JsonObject Data)[] events)
    {
        var (tip, bytes) = (LedgerTip.Empty, new MemoryStream());
        foreach (var (name, data) in events)
        {
            data["command"] = $"c-{tip.Size}";
            var (appended, _, next) = tip.Append(Case, Start, [new LedgerEntry("system:test", name, data)]);
            bytes.Write(appended.Span);
            tip = next;
        }
        return bytes.ToArray();
    }

    private static (string Event, JsonObject Data) Sealed(string item) => ("sealing.item-sealed", new JsonObject
    {
        ["item"] = item, ["attempt"] = new string('1', 32), ["size"] = 100, ["version"] = null,
        ["header"] = "28" + new string('0', 78), ["commitment"] = Digest, ["sealedRoot"] = Digest,
    });
}
