using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Tests.Http;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Envelope;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>An authority and its storage, with one disclosure of two items ready for the partner; a test changes what it wants.</summary>
internal sealed class Disclosed : IStatementSigner, IAsyncDisposable
{
    public const string Case = "7K3Q-F2M9-X4TD";
    public const string Id = $"{Case}-1";

    private const string Path = $"/api/v1/disclosures/{Id}";
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly StubAuthority _authority;
    private readonly StubAuthority _storage;
    private string? _statement;
    private int _links;

    private Disclosed()
    {
        _authority = new StubAuthority(AnswerAsync);
        _storage = new StubAuthority(StoreAsync);
        Folder.Write("partner.jwk", Partner.KeyFile);
        Folder.Write("authority.json", new JsonObject { ["name"] = "Some authority", ["keys"] = new JsonArray(new VerificationKey(EcJwk.From(_key, KeyId), Start, null).ToJson()) }.ToJsonString());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Folder["partner.jwk"], UnixFileMode.UserRead);
        Links = (item, number) => $"{_storage.Url}/{item}?link={number}";
    }

    public string KeyId => "sig-1";

    public Folder Folder { get; } = new();

    public string Out => Folder["collected"];

    public DisclosureManifest Manifest { get; set; } = null!;

    public Dictionary<string, byte[]> Contents { get; } = [];

    public Dictionary<string, byte[]> Bodies { get; } = [];

    public Dictionary<string, byte[]> Envelopes { get; } = [];

    public string State { get; set; } = "ready";

    public RecallNotice? Recall { get; set; }

    /// <summary>Changes what is handed out, after it was signed.</summary>
    public Action<JsonObject> Change { get; set; } = _ => { };

    /// <summary>The link to an item in the n-th answer, from 1.</summary>
    public Func<string, int, string> Links { get; set; }

    /// <summary>Answers a call to storage in place of the usual; false lets the usual answer.</summary>
    public Func<StubAuthority.Call, Task<bool>> Storage { get; set; } = _ => Task.FromResult(false);

    /// <summary>Answers a statement in place of the usual; false lets the usual answer.</summary>
    public Func<StubAuthority.Call, string, Task<bool>> Statements { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The statements that the partner sent.</summary>
    public List<string> Sent { get; } = [];

    public List<StubAuthority.Call> StorageCalls => _storage.Calls;

    public List<StubAuthority.Call> Calls => _authority.Calls;

    public static Task<Disclosed> NewAsync() => NewAsync(
        ("statement", "Kontoauszug März.csv", RandomNumberGenerator.GetBytes(2_500_000)), ("letter", "letter.txt", "A letter."u8.ToArray()));

    public static async Task<Disclosed> NewAsync(params (string Item, string Name, byte[] Content)[] contents)
    {
        var one = new Disclosed();
        List<ManifestItem> items = [];
        foreach (var (item, name, content) in contents) items.Add(await one.SealAsync(item, name, content));
        one.Manifest = new DisclosureManifest(
            Disclosing(Id), PartnerId.Parse(Partner.Id), items, "UNCAC", ["prosecution"],
            [new ManifestCondition("speciality", "UNCAC art. 46(19)", "Use it for the stated proceeding only.")], "H2", new DateOnly(2031, 1, 31), null,
            new string('a', 64), new ReceiptLedger(12, new string('b', 64)), "contact@authority.example", Start.AddDays(7), Start.AddDays(14), Start);
        return one;
    }

    public static DisclosureId Disclosing(string id) => DisclosureId.TryParse(id, out var value) ? value : throw new FormatException(id);

    public Task<Ran> CollectAsync(params string[] more) => CollectAsync(CancellationToken.None, more);

    public Task<Ran> CollectAsync(CancellationToken cancellationToken, params string[] more) =>
        RunAsync(cancellationToken, ["collect", Id, "--authority", Folder["authority.json"], "--out", Out, .. more]);

    public Task<Ran> RunAsync(CancellationToken cancellationToken, params string[] arguments) => Ran.Of(
        cancellationToken, [.. arguments, "--json", "--authority-url", _authority.Url, "--partner", Partner.Id, "--key", Folder["partner.jwk"]]);

    public async Task<string> SlugAsync(ExitCode expected, params string[] more)
    {
        var ran = await CollectAsync(more);
        Assert.True((ExitCode)ran.Status == expected, $"{ran.Status}: {ran.Error}{ran.Output}");
        // Notes of progress may come before the failure.
        return (string)JsonNode.Parse(ran.Error[ran.Error.IndexOf('{', StringComparison.Ordinal)..])!["error"]!["slug"]!;
    }

    /// <summary>Changes an item's entry in the manifest.</summary>
    public void ChangeItem(string item, Func<ManifestItem, ManifestItem> change) =>
        Manifest = Manifest with { Items = [.. Manifest.Items.Select(one => one.Id.ToString() == item ? change(one) : one)] };

    /// <summary>Puts another key envelope into the disclosure, and into its manifest.</summary>
    public void ChangeEnvelope(string item, Func<byte[], byte[]> change)
    {
        Envelopes[item] = change(Envelopes[item]);
        ChangeItem(item, one => one with { Envelope = Convert.ToHexStringLower(SHA256.HashData(Envelopes[item])) });
    }

    public async Task<string> StatementAsync() => _statement ??= await Statement.SignAsync(DisclosureManifest.Type, Manifest.ToJson(), this, default);

    /// <summary>Signs the manifest anew, as after a change.</summary>
    public void Resign() => _statement = null;

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public async ValueTask DisposeAsync()
    {
        await _authority.DisposeAsync();
        await _storage.DisposeAsync();
        _key.Dispose();
        Folder.Dispose();
    }

    /// <summary>Sends what the call's range asks for; of that only so many bytes, and then the connection ends.</summary>
    public async Task SendBodyAsync(StubAuthority.Call call, int most = int.MaxValue)
    {
        var body = Bodies[call.Target[1..].Split('?')[0]];
        var from = (int)RangeHeaderValue.Parse(call.Fields["Range"]).Ranges.Single().From!;
        await call.SendAsync(from < body.Length
            ? $"HTTP/1.1 206 Partial\r\nContent-Range: bytes {from}-{body.Length - 1}/{body.Length}\r\nContent-Length: {body.Length - from}\r\nConnection: close\r\n\r\n"
            : "HTTP/1.1 416 Range\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        if (from < body.Length) await call.SendAsync(body.AsMemory(from, Math.Min(most, body.Length - from)));
    }

    private async Task<ManifestItem> SealAsync(string item, string name, byte[] content)
    {
        using var sealer = new ItemSealer(Case, item);
        using var body = new MemoryStream();
        var made = await sealer.SealAsync(content, body, default);
        var envelope = await sealer.WrapKeyAsync(new ItemDescription(name, "text/plain", content.Length, SHA256.HashData(content)), new PartnerKeyWrap(Partner.EncryptionKey), default);
        (Contents[item], Bodies[item], Envelopes[item]) = (content, body.ToArray(), envelope);
        return new ManifestItem(
            ItemId.Parse(item), made.Size, Convert.ToHexStringLower(sealer.Header.Span), Convert.ToHexStringLower(sealer.Commitment),
            Convert.ToHexStringLower(made.SealedRoot), Convert.ToHexStringLower(SHA256.HashData(envelope)));
    }

    private async Task AnswerAsync(StubAuthority.Call call)
    {
        if (call.Method == "GET")
        {
            await AssertSignedAsync(call, null);
            await call.AnswerAsync(200, (await ContentAsync()).ToJsonString());
            return;
        }
        var content = await call.ContentAsync();
        await AssertSignedAsync(call, content);
        Sent.Add(Encoding.ASCII.GetString(content));
        if (await Statements(call, Sent[^1])) return;
        State = call.Target == $"{Path}/receipt" ? "received" : "acknowledged";
        await call.AnswerAsync(200, await CountersignAsync(Sent[^1]), "application/jose");
    }

    public Task<string> CountersignAsync(string statement, string id = Id) => Statement.SignAsync(
        Countersignature.Type, new Countersignature(Disclosing(id), DisclosureStatements.DigestOf(statement), Start.AddDays(1)).ToJson(), this, default);

    private async Task<JsonObject> ContentAsync()
    {
        var number = ++_links;
        var isOpen = State is "ready" or "receipt-awaited";
        var recall = Recall is null ? null : await Statement.SignAsync(RecallNotice.Type, Recall.ToJson(), this, default);
        var content = new JsonObject
        {
            ["disclosure"] = Id,
            ["state"] = State,
            ["manifest"] = await StatementAsync(),
            ["items"] = new JsonArray([.. Manifest.Items.Where(_ => isOpen).Select(item => new JsonObject
            {
                ["id"] = item.Id.ToString(),
                ["size"] = item.Size,
                ["envelope"] = Encoding.UTF8.GetString(Envelopes[item.Id.ToString()]),
                ["link"] = Links(item.Id.ToString(), number),
                ["linkExpiresAt"] = "2026-11-22T09:15:00Z",
            })]),
            ["recall"] = recall,
        };
        Change(content);
        return content;
    }

    private async Task StoreAsync(StubAuthority.Call call)
    {
        if (!await Storage(call)) await SendBodyAsync(call);
    }

    private async Task AssertSignedAsync(StubAuthority.Call call, byte[]? content)
    {
        var message = new SignedMessage(call.Method, _authority.Url + call.Target, content is not null, name => call.Fields.GetValueOrDefault(name));
        var verdict = await HttpMessageVerifier.VerifyAsync(message, DateTimeOffset.UtcNow, id => ValueTask.FromResult(id == Partner.SigningKey.KeyId ? Partner.SigningKey : null));
        Assert.True(verdict.IsAccepted && verdict.Nonce is { Length: > 0 });
        if (content is not null) Assert.Equal(ContentDigest.Of(content).ToString(), call.Fields["Content-Digest"]);
    }
}
