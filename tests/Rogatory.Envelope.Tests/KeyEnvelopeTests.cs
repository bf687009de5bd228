using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Envelope.Tests;

public sealed class KeyEnvelopeTests
{
    private static readonly byte[] Plaintext = Some.Bytes(100);

    [Fact]
    public async Task An_envelope_gives_back_what_was_described()
    {
        var envelope = await MakeAsync();

        Assert.Equal(Some.Description(Plaintext), await DescribeAsync(envelope));
    }

    [Fact]
    public async Task Anyone_reads_which_key_and_item_an_envelope_names()
    {
        var parsed = KeyEnvelope.Parse(await MakeAsync());

        Assert.Equal((RsaKeyWrap.KeyId, Some.Case, Some.Item), (parsed.KeyId, parsed.Case, parsed.Item));
    }

    [Fact]
    public async Task An_envelope_made_for_a_partner_opens_the_same_item_for_that_partner()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(1000);
        using var rsa = RSA.Create(2048);
        var partner = new RsaKeyWrap(rsa);

        byte[] envelope = await WrapAsync(sample, partner);

        using OpenedItem opened = await OpenedItem.OpenAsync(
            Some.Grant, envelope, sample.Recorded, new MemorySource(sample.Body), partner, sample.Layout, CancellationToken.None);
        using var plaintext = new MemoryStream();
        await opened.CopyToAsync(plaintext, CancellationToken.None);
        Assert.Equal(sample.Plaintext, plaintext.ToArray());
        Assert.Equal(Some.Description(sample.Plaintext), opened.Description);
    }

    [Fact]
    public async Task No_envelope_is_made_beyond_what_a_grant_permits()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(1000);
        using var rsa = RSA.Create(2048);
        var partner = new RsaKeyWrap(rsa);
        SealedReference recorded = sample.Recorded;
        var other = new SealedReference(recorded.Header, new byte[32], recorded.Size);

        await RefusedAsync(() => WrapAsync(sample, partner, Granted(items: ["other"])));
        await RefusedAsync(() => WrapAsync(sample, partner, Granted(@case: "other")));
        await RefusedAsync(() => WrapAsync(sample, partner, Granted(partner: "de-bfj")));
        await RefusedAsync(() => WrapAsync(sample, partner, Granted(expires: Now)));
        await RefusedAsync(() => WrapAsync(sample, partner, item: "other"));
        await RefusedAsync(() => WrapAsync(sample, partner, recorded: other));

        static async Task RefusedAsync(Func<Task> wrap) => Assert.Equal(OpenFailure.Key, (await Assert.ThrowsAsync<OpenException>(wrap)).Failure);
    }

    [Fact]
    public async Task Names_and_digests_stand_in_no_envelope_in_the_clear()
    {
        var envelope = Encoding.UTF8.GetString(await MakeAsync());
        var digest = SHA256.HashData(Plaintext);

        Assert.DoesNotContain("account", envelope, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(digest), envelope, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64Url.EncodeToString(digest), envelope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_envelope_has_a_content_encryption_key_and_a_nonce_of_its_own()
    {
        var (one, other) = (JsonNode.Parse(await MakeAsync())!, JsonNode.Parse(await MakeAsync())!);

        Assert.NotEqual((string?)one["iv"], (string?)other["iv"]);
        Assert.NotEqual((string?)one["ciphertext"], (string?)other["ciphertext"]);
    }

    [Theory]
    [InlineData("é\U0001f600 \"quoted\" \\ /.csv", "text/csv; charset=\"utf-8\"")]
    [InlineData("<script>&+'", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Any_name_survives(string name, string type)
    {
        var description = new ItemDescription(name, type, 5, new byte[32]);
        var envelope = await MakeAsync(description);

        Assert.Equal(description, await DescribeAsync(envelope));
    }

    [Fact]
    public async Task The_longest_description_survives()
    {
        var description = new ItemDescription(new string('\u2028', 255), new string('"', 127), long.MaxValue, new byte[32]);

        Assert.Equal(description, await DescribeAsync(await MakeAsync(description)));
    }

    [Theory]
    [MemberData(nameof(Malformations))]
    public async Task An_envelope_that_is_not_exactly_of_the_form_is_refused_without_unwrapping(string change)
    {
        var envelope = await MakeAsync();
        var changed = Encoding.UTF8.GetBytes(Changes[change](Encoding.UTF8.GetString(envelope)));

        KeyEnvelope.Parse(envelope);
        Assert.Equal(OpenFailure.Key, Assert.Throws<OpenException>(() => KeyEnvelope.Parse(changed)).Failure);
    }

    [Theory]
    [MemberData(nameof(ContentMalformations))]
    public async Task A_content_that_is_not_exactly_of_the_form_is_refused(string change)
    {
        await DescribeAsync(await MakeOfAsync(Content()));

        await RefusedAsync(await MakeOfAsync(ContentChanges[change](Content())));
    }

    [Fact]
    public async Task Every_changed_character_of_an_envelope_is_refused()
    {
        var envelope = await MakeAsync();
        for (var i = 0; i < envelope.Length; i++)
        {
            // The key id stands outside what is authenticated; another one is another key, and fails to unwrap.
            var changed = envelope.ToArray();
            changed[i] = changed[i] == (byte)'A' ? (byte)'B' : (byte)'A';
            await RefusedAsync(changed);
        }
    }

    [Fact]
    public async Task A_content_encryption_key_of_another_size_is_refused_even_if_it_fits()
    {
        await RefusedAsync(await MakeOfAsync(Content(), Some.Bytes(16, "cek")));
        await RefusedAsync(await MakeOfAsync(Content(), Some.Bytes(24, "cek")));

        var envelope = await MakeAsync();
        foreach (var size in new[] { 0, 31, 33 })
        {
            var exception = await Assert.ThrowsAsync<OpenException>(
                () => KeyEnvelope.DescribeAsync(Some.Grant, envelope, new FixedUnwrap(() => new byte[size]), CancellationToken.None));
            Assert.Equal(OpenFailure.Key, exception.Failure);
        }
    }

    [Fact]
    public async Task A_key_store_that_cannot_be_reached_is_no_fault_of_the_envelope()
    {
        var envelope = await MakeAsync();

        await Assert.ThrowsAsync<TimeoutException>(
            () => KeyEnvelope.DescribeAsync(Some.Grant, envelope, new FixedUnwrap(() => throw new TimeoutException()), CancellationToken.None));
    }

    [Fact]
    public async Task The_unwrapped_key_is_zeroed_after_use()
    {
        var envelope = await MakeAsync();
        var wrapped = Base64Url.DecodeFromChars((string)JsonNode.Parse(envelope)!["recipients"]![0]!["encrypted_key"]!);
        var unwrapped = await RsaKeyWrap.Shared.UnwrapAsync(RsaKeyWrap.KeyId, wrapped, CancellationToken.None);

        await KeyEnvelope.DescribeAsync(Some.Grant, envelope, new FixedUnwrap(() => unwrapped), CancellationToken.None);

        Assert.All(unwrapped, one => Assert.Equal(0, one));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no space")]
    [InlineData("é")]
    public async Task An_envelope_that_could_not_be_read_back_is_not_made(string keyId) =>
        await Assert.ThrowsAsync<OpenException>(() => KeyEnvelopeWriter.WriteAsync(
            Some.Case, Some.Item, Some.Key(), Some.Description(Plaintext), new NamedWrap(keyId), CancellationToken.None));

    public static TheoryData<string> Malformations => [.. Changes.Keys];

    public static TheoryData<string> ContentMalformations => [.. ContentChanges.Keys];

    private static readonly Dictionary<string, Func<string, string>> Changes = new(StringComparer.Ordinal)
    {
        ["empty"] = _ => "",
        ["not JSON"] = json => json[..^1],
        ["an array"] = json => $"[{json}]",
        ["null"] = _ => "null",
        ["something after it"] = json => json + "{}",
        ["a comment"] = json => json + "/**/",
        ["a trailing comma"] = json => json[..^1] + ",}",
        ["a byte order mark"] = json => "\ufeff" + json,
        ["too long"] = json => json + new string(' ', KeyEnvelope.MaximumSize),
        ["deeply nested"] = json => json[..^1] + $",\"x\":{new string('[', 9000)}{new string(']', 9000)}}}",
        ["a duplicate member"] = json => json[..^1] + ",\"tag\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
        ["a duplicate member, escaped"] = json => json[..^1] + ",\"\\u0074ag\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
        ["an ill-formed name"] = json => json[..^1] + ",\"\\ud800\":1}",
        ["unprotected"] = Edit(jwe => jwe["unprotected"] = new JsonObject()),
        ["aad"] = Edit(jwe => jwe["aad"] = "AA"),
        ["flattened"] = Edit(jwe =>
        {
            jwe["header"] = jwe["recipients"]![0]!["header"]!.DeepClone();
            jwe["encrypted_key"] = (string)jwe["recipients"]![0]!["encrypted_key"]!;
            jwe.Remove("recipients");
        }),
        ["no recipient"] = Edit(jwe => jwe["recipients"] = new JsonArray()),
        ["two recipients"] = Edit(jwe => jwe["recipients"]!.AsArray().Add(jwe["recipients"]![0]!.DeepClone())),
        ["recipients not an array"] = Edit(jwe => jwe["recipients"] = jwe["recipients"]![0]!.DeepClone()),
        ["a recipient that is text"] = Edit(jwe => jwe["recipients"] = new JsonArray("x")),
        ["no wrapped key"] = Edit(jwe => jwe["recipients"]![0]!.AsObject().Remove("encrypted_key")),
        ["a further recipient member"] = Edit(jwe => jwe["recipients"]![0]!["x"] = 1),
        ["a wrapped key too long"] = Edit(jwe => jwe["recipients"]![0]!["encrypted_key"] = new string('A', 1368)),
        ["an empty wrapped key"] = Edit(jwe => jwe["recipients"]![0]!["encrypted_key"] = ""),
        ["another algorithm"] = Edit(jwe => jwe["recipients"]![0]!["header"]!["alg"] = "RSA1_5"),
        ["no algorithm"] = Edit(jwe => jwe["recipients"]![0]!["header"]!.AsObject().Remove("alg")),
        ["no key id"] = Edit(jwe => jwe["recipients"]![0]!["header"]!.AsObject().Remove("kid")),
        ["a key id that is no text"] = Edit(jwe => jwe["recipients"]![0]!["header"]!["kid"] = 1),
        ["an empty key id"] = Edit(jwe => jwe["recipients"]![0]!["header"]!["kid"] = ""),
        ["a key id too long"] = Edit(jwe => jwe["recipients"]![0]!["header"]!["kid"] = new string('k', 513)),
        ["a key id with a line feed"] = Edit(jwe => jwe["recipients"]![0]!["header"]!["kid"] = "kek\n1"),
        ["a key id that is ill-formed"] = json => json.Replace(RsaKeyWrap.KeyId, "\\ud800", StringComparison.Ordinal),
        ["crit beside the recipient"] = Edit(jwe => jwe["recipients"]![0]!["header"]!["crit"] = new JsonArray("x")),
        ["a short nonce"] = Edit(jwe => jwe["iv"] = "AAAAAAAAAAAAAAA"),
        ["a short tag"] = Edit(jwe => jwe["tag"] = "AAAAAAAAAAAAAAAAAAAAAA"[..20]),
        ["padding"] = Edit(jwe => jwe["tag"] = (string)jwe["tag"]! + "=="),
        ["white space"] = Edit(jwe => jwe["iv"] = " " + (string)jwe["iv"]!),
        ["base64"] = Edit(jwe => jwe["iv"] = "++++////++++////"),
        ["loose last bits"] = Edit(jwe => jwe["tag"] = ((string)jwe["tag"]!)[..^1] + "B"),
        ["no ciphertext"] = Edit(jwe => jwe["ciphertext"] = ""),
        ["zip"] = EditProtected(header => header["zip"] = "DEF"),
        ["crit"] = EditProtected(header => header["crit"] = new JsonArray("case")),
        ["alg in the protected header"] = EditProtected(header => header["alg"] = "RSA-OAEP-256"),
        ["another encryption"] = EditProtected(header => header["enc"] = "A128GCM"),
        ["another type"] = EditProtected(header => header["typ"] = "JOSE"),
        ["no type"] = EditProtected(header => header.Remove("typ")),
        ["no case"] = EditProtected(header => header.Remove("case")),
        ["a case with a slash"] = EditProtected(header => header["case"] = "a/b"),
        ["an item that is no text"] = EditProtected(header => header["item"] = true),
        ["an item too long"] = EditProtected(header => header["item"] = new string('a', 101)),
        ["a protected header that is no JSON"] = Edit(jwe => jwe["protected"] = "AAAA"),
    };

    private static readonly Dictionary<string, Func<JsonObject, JsonNode>> ContentChanges = new(StringComparer.Ordinal)
    {
        ["another type"] = With("kty", "RSA"),
        ["a further member"] = With("alg", "dir"),
        ["a short key"] = With("k", Base64Url.EncodeToString(new byte[31])),
        ["a long key"] = With("k", Base64Url.EncodeToString(new byte[33])),
        ["a padded key"] = With("k", Base64Url.EncodeToString(new byte[32]) + "="),
        ["no name"] = With("name", ""),
        ["a name with a line feed"] = With("name", "a\nb"),
        ["a name too long"] = With("name", new string('n', 256)),
        ["no media type"] = With("type", ""),
        ["a media type that is not ASCII"] = With("type", "text/é"),
        ["a media type too long"] = With("type", new string('t', 128)),
        ["a negative size"] = With("size", -1),
        ["a size in quotes"] = With("size", "100"),
        ["a fraction of a byte"] = With("size", 100.5),
        ["a size beyond counting"] = With("size", ulong.MaxValue),
        ["a digest in upper case"] = With("sha256", new string('A', 64)),
        ["a short digest"] = With("sha256", new string('a', 62)),
        ["a digest that is not hex"] = With("sha256", new string('g', 64)),
        ["another item's associated data"] = With("aad", $"rogatory/v1/{Some.Case}/other"),
        ["no associated data"] = content =>
        {
            content.Remove("aad");
            return content;
        },
        ["no object"] = _ => new JsonArray(),
    };

    private static Func<string, string> Edit(Action<JsonObject> edit) => json =>
    {
        var envelope = JsonNode.Parse(json)!.AsObject();
        edit(envelope);
        return envelope.ToJsonString();
    };

    private static Func<string, string> EditProtected(Action<JsonObject> edit) => Edit(envelope =>
    {
        var header = JsonNode.Parse(Base64Url.DecodeFromChars((string)envelope["protected"]!))!.AsObject();
        edit(header);
        envelope["protected"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
    });

    private static Func<JsonObject, JsonNode> With(string member, JsonNode value) => content =>
    {
        content[member] = value.DeepClone();
        return content;
    };

    private static JsonObject Content() => new()
    {
        ["kty"] = "oct",
        ["k"] = Base64Url.EncodeToString(Some.Bytes(32, "key")),
        ["name"] = "a.csv",
        ["type"] = "text/csv",
        ["size"] = 100,
        ["sha256"] = new string('a', 64),
        ["aad"] = $"rogatory/v1/{Some.Case}/{Some.Item}",
    };

    /// <summary>An envelope whose content is given, made with the BCL alone.</summary>
    private static async Task<byte[]> MakeOfAsync(JsonNode content, byte[]? contentEncryptionKey = null)
    {
        var (key, nonce, payload) = (contentEncryptionKey ?? Some.Bytes(32, "cek"), new byte[12], Encoding.UTF8.GetBytes(content.ToJsonString()));
        var (ciphertext, tag) = (new byte[payload.Length], new byte[16]);
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            $$"""{"typ":"rogatory-key+jwe","item":"{{Some.Item}}","case":"{{Some.Case}}","enc":"A256GCM"}"""));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, payload, ciphertext, tag, Encoding.ASCII.GetBytes(header));
        var wrapped = await RsaKeyWrap.Shared.WrapAsync(key, CancellationToken.None);
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["tag"] = Base64Url.EncodeToString(tag),
            ["ciphertext"] = Base64Url.EncodeToString(ciphertext),
            ["iv"] = Base64Url.EncodeToString(nonce),
            ["recipients"] = new JsonArray(new JsonObject
            {
                ["encrypted_key"] = Base64Url.EncodeToString(wrapped.Bytes),
                ["header"] = new JsonObject { ["kid"] = wrapped.KeyId, ["alg"] = "RSA-OAEP-256" },
            }),
            ["protected"] = header,
        }.ToJsonString());
    }

    private static async Task<byte[]> MakeAsync(ItemDescription? description = null) => await KeyEnvelopeWriter.WriteAsync(
        Some.Case, Some.Item, Some.Key(), description ?? Some.Description(Plaintext), RsaKeyWrap.Shared, CancellationToken.None);

    private static Task<ItemDescription> DescribeAsync(byte[] envelope) =>
        KeyEnvelope.DescribeAsync(Some.Grant, envelope, RsaKeyWrap.Shared, CancellationToken.None);

    private static async Task RefusedAsync(byte[] envelope) =>
        Assert.Equal(OpenFailure.Key, (await Assert.ThrowsAsync<OpenException>(() => DescribeAsync(envelope))).Failure);

    private sealed class FixedUnwrap(Func<byte[]> unwrap) : IKeyWrap
    {
        public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
            ValueTask.FromResult(unwrap());
    }

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static DisclosureGrant Granted(string? @case = null, string[]? items = null, string partner = "fr-pnf", DateTimeOffset? expires = null) =>
        new(@case ?? Some.Case, items ?? [Some.Item], partner, [], expires ?? Now.AddDays(1));

    private static Task<byte[]> WrapAsync(
        SealedSample sample, IKeyWrap partner, DisclosureGrant? grant = null, string? item = null, SealedReference? recorded = null) =>
        KeyEnvelope.WrapForPartnerAsync(
            grant ?? Granted(), "fr-pnf", item ?? Some.Item, sample.KeyEnvelope, recorded ?? sample.Recorded, RsaKeyWrap.Shared, partner, Now, CancellationToken.None);

    private sealed class NamedWrap(string keyId) : IKeyWrap
    {
        public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new WrappedKey(keyId, new byte[256]));

        public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
