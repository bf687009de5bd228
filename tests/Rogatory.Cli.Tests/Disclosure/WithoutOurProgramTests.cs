using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>What docs/partner-guide.md tells a partner to do, done by npm jose and node:crypto.</summary>
public sealed class WithoutOurProgramTests
{
    private static readonly VerificationKey[] PartnerKeys = [new VerificationKey(Partner.SigningKey, DateTimeOffset.UnixEpoch, null)];

    [Fact]
    public async Task A_disclosure_is_verified_opened_and_confirmed()
    {
        await using var disclosed = await HandedOutAsync();

        await NodeAsync("collect", disclosed.Out);

        foreach (var (item, content) in disclosed.Contents)
            Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(disclosed.Out, $"{item}.plain")));
        var statement = await File.ReadAllTextAsync(Path.Combine(disclosed.Out, "receipt.partner.jws"));
        var receipt = CollectionReceipt.FromJson(Statement.Verify(statement, CollectionReceipt.Type, PartnerKeys));
        Assert.Equal((disclosed.Manifest.Disclosure, DisclosureStatements.DigestOf(await disclosed.StatementAsync())), (receipt.Disclosure, receipt.Manifest));
        Assert.Equal(disclosed.Manifest.Items.Select(item => new ReceiptItem(item.Id, item.SealedRoot)), receipt.Items);
    }

    [Theory]
    [InlineData("manifest.jws")]
    [InlineData("statement.jwe")]
    [InlineData("statement.sealed")]
    public async Task What_was_changed_is_not_confirmed(string file)
    {
        await using var disclosed = await HandedOutAsync();
        var path = Path.Combine(disclosed.Out, file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await Assert.ThrowsAsync<InvalidOperationException>(() => NodeAsync("collect", disclosed.Out));

        Assert.False(File.Exists(Path.Combine(disclosed.Out, "receipt.partner.jws")));
        Assert.False(File.Exists(Path.Combine(disclosed.Out, "statement.plain")));
    }

    [Fact]
    public async Task A_recall_is_verified_and_acknowledged()
    {
        await using var disclosed = await HandedOutAsync();
        var notice = new RecallNotice(
            disclosed.Manifest.Disclosure, DisclosureStatements.DigestOf(await disclosed.StatementAsync()), RecallMeasure.Erase, "LED art. 16(6)", disclosed.Manifest.At);
        var recall = await Statement.SignAsync(RecallNotice.Type, notice.ToJson(), disclosed, default);
        await File.WriteAllTextAsync(Path.Combine(disclosed.Out, "recall.jws"), recall);

        await NodeAsync("acknowledge", disclosed.Out);

        var statement = await File.ReadAllTextAsync(Path.Combine(disclosed.Out, "acknowledgement.partner.jws"));
        var acknowledgement = RecallAcknowledgement.FromJson(Statement.Verify(statement, RecallAcknowledgement.Type, PartnerKeys));
        Assert.Equal((disclosed.Manifest.Disclosure, DisclosureStatements.DigestOf(recall)), (acknowledgement.Disclosure, acknowledgement.Recall));
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", true)]
    public async Task A_call_is_signed_as_the_authority_asks(string method, bool hasBody)
    {
        const string Url = "https://authority.example/api/v1/disclosures/7K3Q-F2M9-X4TD-1";
        using var folder = new Folder();
        var body = "e30.e30.c2ln"u8.ToArray();
        string[] arguments = ["sign", method, Url, Partner.Id, folder.Write("partner.jwk", Partner.KeyFile), .. hasBody ? [folder.Write("body", body)] : Array.Empty<string>()];

        var fields = JsonNode.Parse(await NodeAsync(arguments))!.AsObject();

        var message = new SignedMessage(method, Url, hasBody, name => fields.FirstOrDefault(field => string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.ToString());
        var verdict = await HttpMessageVerifier.VerifyAsync(message, DateTimeOffset.UtcNow, id => ValueTask.FromResult(id == Partner.SigningKey.KeyId ? Partner.SigningKey : null));
        Assert.True(verdict.IsAccepted && verdict.Nonce is { Length: > 0 });
        if (hasBody) Assert.Equal(ContentDigest.FromSha256(SHA256.HashData(body)).ToString(), verdict.Digest?.ToString());
    }

    private static async Task<Disclosed> HandedOutAsync()
    {
        var disclosed = await Disclosed.NewAsync();
        Directory.CreateDirectory(disclosed.Out);
        await File.WriteAllTextAsync(Path.Combine(disclosed.Out, "manifest.jws"), await disclosed.StatementAsync());
        foreach (var file in new[] { "authority.json", "partner.jwk" }) File.Copy(disclosed.Folder[file], Path.Combine(disclosed.Out, file));
        foreach (var (item, envelope) in disclosed.Envelopes) await File.WriteAllBytesAsync(Path.Combine(disclosed.Out, $"{item}.jwe"), envelope);
        foreach (var (item, body) in disclosed.Bodies) await File.WriteAllBytesAsync(Path.Combine(disclosed.Out, $"{item}.sealed"), body);
        return disclosed;
    }

    private static async Task<string> NodeAsync(params string[] arguments)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Serverless.sln"))) root = root.Parent!;
        var script = Path.Combine(root.FullName, "tests", "Rogatory.Cli.Tests", "Disclosure", "partner.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? await output : throw new InvalidOperationException(await error);
    }
}
