using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class CollectRefusalTests
{
    [Fact]
    public async Task A_manifest_by_another_key_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await using var forger = await Disclosed.NewAsync();
        var forged = await forger.StatementAsync();
        disclosed.Change = content => content["manifest"] = forged;
        await RefusedAsync(disclosed, "manifest-signature");
    }

    [Fact]
    public async Task A_manifest_with_a_changed_payload_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var parts = (await disclosed.StatementAsync()).Split('.');
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes((disclosed.Manifest with { Handling = "H0" }).ToJson().ToJsonString()));
        disclosed.Change = content => content["manifest"] = string.Join('.', parts);
        await RefusedAsync(disclosed, "manifest-signature");
    }

    [Fact]
    public async Task A_statement_of_another_kind_is_no_manifest()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var other = await Statement.SignAsync("rogatory-receipt+jws", disclosed.Manifest.ToJson(), disclosed, default);
        disclosed.Change = content => content["manifest"] = other;
        await RefusedAsync(disclosed, "manifest-header");
    }

    [Fact]
    public async Task A_manifest_for_another_partner_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Manifest = disclosed.Manifest with { Partner = PartnerId.Parse("de-sta") };
        await RefusedAsync(disclosed, "manifest-other-partner");
    }

    [Fact]
    public async Task A_manifest_for_another_disclosure_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Manifest = disclosed.Manifest with { Disclosure = Disclosed.Disclosing("7K3Q-F2M9-X4TD-2") };
        await RefusedAsync(disclosed, "manifest-other-disclosure");
    }

    [Fact]
    public async Task Items_other_than_the_manifests_are_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Change = content => content["items"]!.AsArray().RemoveAt(0);
        await RefusedAsync(disclosed, "manifest-other-items");
        disclosed.Change = content => content["items"]!.AsArray().Add(content["items"]![0]!.DeepClone());
        await RefusedAsync(disclosed, "manifest-other-items");
        disclosed.Change = content => content["items"]!.AsArray().Add(new JsonObject { ["id"] = "more" });
        await RefusedAsync(disclosed, "manifest-other-items");
    }

    [Fact]
    public async Task An_envelope_that_the_manifest_does_not_name_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        (disclosed.Envelopes["statement"], disclosed.Envelopes["letter"]) = (disclosed.Envelopes["letter"], disclosed.Envelopes["statement"]);
        await RefusedAsync(disclosed, "envelope-other");
    }

    [Fact]
    public async Task An_envelope_of_another_item_is_refused_even_if_the_manifest_names_it()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.ChangeEnvelope("letter", _ => disclosed.Envelopes["statement"]);
        await RefusedAsync(disclosed, "envelope-key");
    }

    [Fact]
    public async Task An_envelope_for_another_key_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        File.Delete(disclosed.Folder["partner.jwk"]);
        disclosed.Folder.Write("partner.jwk", Partner.KeyFileWithAnotherEncryptionKey());
        await RefusedAsync(disclosed, "envelope-key");
    }

    [Fact]
    public async Task A_key_that_is_not_the_one_committed_to_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.ChangeItem("letter", item => item with { Commitment = new string('0', 64) });
        await RefusedAsync(disclosed, "envelope-key");
    }

    [Fact]
    public async Task A_body_of_another_header_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.ChangeItem("letter", item => item with { Header = disclosed.Manifest.Items[0].Header });
        await RefusedAsync(disclosed, "envelope-key");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(2_000_000)]
    public async Task A_body_with_a_changed_byte_is_refused_and_not_kept(int at)
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Bodies["statement"][at] ^= 1;
        Assert.Equal("body-other", await disclosed.SlugAsync(ExitCode.Breaks));
        AssertNothingOpened(disclosed);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(disclosed.Out, "sealed")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_048_576)]
    public async Task A_body_that_ends_early_is_refused(int missing)
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Bodies["statement"] = disclosed.Bodies["statement"][..^missing];
        Assert.Equal("body-length", await disclosed.SlugAsync(ExitCode.Breaks));
        AssertNothingOpened(disclosed);
    }

    [Fact]
    public async Task A_body_with_more_at_its_end_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Bodies["statement"] = [.. disclosed.Bodies["statement"], 1];
        Assert.Equal("body-length", await disclosed.SlugAsync(ExitCode.Breaks));
        AssertNothingOpened(disclosed);
    }

    [Fact]
    public async Task A_plaintext_that_is_not_the_one_described_never_gets_its_name()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.ChangeEnvelope("statement", envelope => Jwe.Change(envelope, content => content["sha256"] = new string('0', 64)));
        Assert.Equal("body-other", await disclosed.SlugAsync(ExitCode.Breaks));
        AssertNothingOpened(disclosed);
    }

    [Fact]
    public async Task A_plaintext_of_another_size_than_described_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.ChangeEnvelope("statement", envelope => Jwe.Change(envelope, content => content["size"] = 1));
        await RefusedAsync(disclosed, "envelope-key");
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\u0000b")]
    [InlineData("")]
    public async Task A_name_that_no_envelope_may_hold_is_refused(string name)
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.ChangeEnvelope("letter", envelope => Jwe.Change(envelope, content => content["name"] = name));
        await RefusedAsync(disclosed, "envelope-key");
    }

    [Theory]
    [InlineData("http://storage.example/statement")]
    [InlineData("ftp://127.0.0.1/statement")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@storage.example/statement")]
    [InlineData("statement")]
    public async Task A_link_to_anything_but_an_https_address_is_refused(string link)
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Links = (_, _) => link;
        Assert.Equal("link-unusable", await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Empty(disclosed.StorageCalls);
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_not_followed()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Storage = async call =>
        {
            await call.SendAsync($"HTTP/1.1 302 Found\r\nLocation: {disclosed.Links("letter", 9)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return true;
        };
        Assert.Equal("link-leads-away", await disclosed.SlugAsync(ExitCode.Refused));
        Assert.Single(disclosed.StorageCalls);
    }

    [Fact]
    public async Task What_was_collected_to_another_place_and_confirmed_cannot_be_collected_again()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        Directory.Delete(disclosed.Out, recursive: true);
        Assert.Equal("disclosure-received", await disclosed.SlugAsync(ExitCode.Refused));
        Assert.False(Directory.Exists(disclosed.Out));
    }

    [Fact]
    public async Task What_is_over_cannot_be_collected()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.State = "over";
        Assert.Equal("disclosure-over", await disclosed.SlugAsync(ExitCode.Refused));
        Assert.False(Directory.Exists(disclosed.Out));
    }

    [Fact]
    public async Task What_was_recalled_cannot_be_collected()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.State = "recalled";
        disclosed.Recall = new RecallNotice(disclosed.Manifest.Disclosure, DisclosureStatements.DigestOf(await disclosed.StatementAsync()), RecallMeasure.Restrict, "LED art. 7(3)", disclosed.Manifest.At);
        Assert.Equal("disclosure-recalled", await disclosed.SlugAsync(ExitCode.Refused));
        Assert.False(Directory.Exists(disclosed.Out));
    }

    [Fact]
    public async Task A_folder_that_another_disclosure_was_collected_to_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync("--no-receipt");
        disclosed.Manifest = disclosed.Manifest with { Handling = "H3" };
        disclosed.Resign();
        Assert.Equal("usage", await disclosed.SlugAsync(ExitCode.Usage));
        Assert.Empty(disclosed.Sent);
    }

    private static async Task RefusedAsync(Disclosed disclosed, string slug)
    {
        Assert.Equal(slug, await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Empty(disclosed.StorageCalls);
        AssertNothingOpened(disclosed);
    }

    private static void AssertNothingOpened(Disclosed disclosed)
    {
        Assert.Empty(disclosed.Sent);
        var data = Path.Combine(disclosed.Out, "bag", "data");
        if (Directory.Exists(data)) Assert.Empty(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories));
        Assert.False(File.Exists(Path.Combine(disclosed.Out, "bag", "bagit.txt")));
    }
}
