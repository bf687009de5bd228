using System.Security.Cryptography;
using System.Text.Json;

namespace Rogatory.Envelope.Tests;

public sealed class RewrapTests
{
    private static readonly RotationGrant Grant = new(Some.Case, Some.Item);

    [Fact]
    public async Task An_envelope_that_was_made_anew_opens_the_same_body_under_the_other_key_alone()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(200);
        var wrap = new TwoVersions();

        byte[] made = await KeyEnvelope.RewrapAsync(Grant, sample.KeyEnvelope, sample.Recorded, wrap, default);

        Assert.Equal(TwoVersions.Newest, KeyEnvelope.Parse(made).KeyId);
        using OpenedItem opened = await OpenedItem.OpenAsync(
            Some.Grant, made, sample.Recorded, new MemorySource(sample.Body), wrap, sample.Layout, default);
        using var plaintext = new MemoryStream();
        await opened.CopyToAsync(plaintext, default);
        Assert.Equal(sample.Plaintext, plaintext.ToArray());
        Assert.Equal(Some.Description(sample.Plaintext), opened.Description);
        await Assert.ThrowsAsync<OpenException>(() => KeyEnvelope.DescribeAsync(Some.Grant, made, RsaKeyWrap.Shared, default));
    }

    [Fact]
    public async Task It_costs_one_unwrap_and_one_wrap()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(10);
        var wrap = new TwoVersions();
        await KeyEnvelope.RewrapAsync(Grant, sample.KeyEnvelope, sample.Recorded, wrap, default);
        Assert.Equal((1, 1), (wrap.Unwraps, wrap.Wraps));
    }

    [Fact]
    public async Task Nothing_but_the_payload_is_taken_over_and_that_byte_for_byte()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(10);
        var wrap = new TwoVersions();
        byte[] made = await KeyEnvelope.RewrapAsync(Grant, sample.KeyEnvelope, sample.Recorded, wrap, default);
        byte[] again = await KeyEnvelope.RewrapAsync(Grant, made, sample.Recorded, wrap, default);

        byte[] before = await PayloadAsync(sample.KeyEnvelope, wrap), after = await PayloadAsync(made, wrap);
        Assert.Equal(before, after);
        Assert.Equal(before, await PayloadAsync(again, wrap));
        foreach (string member in (string[])["iv", "ciphertext", "tag", "encrypted_key"])
            Assert.Equal(3, new[] { sample.KeyEnvelope, made, again }.Select(one => Member(one, member)).Distinct().Count());
        Assert.Equal(3, new[] { sample.KeyEnvelope, made, again }.Select(one => Convert.ToHexString(UnwrapKey(one, wrap))).Distinct().Count());
    }

    [Fact]
    public async Task A_member_that_the_vaults_envelope_alone_has_is_kept()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(10);
        using ContentKey key = Some.Key();
        byte[] ours = await KeyEnvelopeWriter.WriteForVaultAsync(
            Some.Case, Some.Item, key, Some.Description(sample.Plaintext), RsaKeyWrap.Shared, default);
        var wrap = new TwoVersions();

        byte[] made = await KeyEnvelope.RewrapAsync(Grant, ours, sample.Recorded, wrap, default);

        byte[] before = await PayloadAsync(ours, wrap);
        Assert.Contains("blockSecret", System.Text.Encoding.UTF8.GetString(before), StringComparison.Ordinal);
        Assert.Equal(before, await PayloadAsync(made, wrap));
    }

    [Theory]
    [InlineData("another case")]
    [InlineData("another item")]
    [InlineData("another header")]
    [InlineData("another commitment")]
    public async Task It_is_refused_for(string what)
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(10);
        RotationGrant grant = what switch
        {
            "another case" => new RotationGrant("7K3Q-F2M9-X4TE", Some.Item),
            "another item" => new RotationGrant(Some.Case, "letter"),
            _ => Grant,
        };
        byte[] header = sample.Recorded.Header.ToArray(), commitment = [.. sample.Recorded.Commitment];
        header[17] ^= (byte)(what == "another header" ? 1 : 0);
        commitment[31] ^= (byte)(what == "another commitment" ? 1 : 0);
        var recorded = new SealedReference(header, commitment, sample.Recorded.Size);
        var wrap = new TwoVersions();

        await RefusedAsync(() => KeyEnvelope.RewrapAsync(grant, sample.KeyEnvelope, recorded, wrap, default));
        await RefusedAsync(() => KeyEnvelope.VerifyAsync(grant, sample.KeyEnvelope, recorded, wrap, default));
        Assert.Equal(0, wrap.Wraps);
        await KeyEnvelope.VerifyAsync(Grant, sample.KeyEnvelope, sample.Recorded, wrap, default);
    }

    [Fact]
    public async Task An_envelope_with_any_byte_changed_is_made_into_none()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(10);
        var wrap = new TwoVersions();
        for (int at = 0; at < sample.KeyEnvelope.Length; at++)
        {
            byte[] changed = [.. sample.KeyEnvelope];
            changed[at] ^= 1;
            await RefusedAsync(() => KeyEnvelope.RewrapAsync(Grant, changed, sample.Recorded, wrap, default));
            await RefusedAsync(() => KeyEnvelope.VerifyAsync(Grant, changed, sample.Recorded, wrap, default));
        }

        Assert.Equal(0, wrap.Wraps);
    }

    [Fact]
    public async Task A_key_wrap_that_wrapped_something_else_is_found_by_unwrapping()
    {
        SealedSample sample = await SealedSample.MakeSmallAsync(10);
        var wrap = new TwoVersions { Garbles = true };
        byte[] made = await KeyEnvelope.RewrapAsync(Grant, sample.KeyEnvelope, sample.Recorded, wrap, default);
        await RefusedAsync(() => KeyEnvelope.VerifyAsync(Grant, made, sample.Recorded, wrap, default));
    }

    private static async Task RefusedAsync(Func<Task> attempt) =>
        Assert.Equal(OpenFailure.Key, (await Assert.ThrowsAsync<OpenException>(attempt)).Failure);

    private static string Member(byte[] envelope, string name)
    {
        using JsonDocument jwe = JsonDocument.Parse(envelope);
        JsonElement holder = name == "encrypted_key" ? jwe.RootElement.GetProperty("recipients")[0] : jwe.RootElement;
        return holder.GetProperty(name).GetString()!;
    }

    private static byte[] UnwrapKey(byte[] envelope, TwoVersions wrap) =>
        wrap.Unwrap(KeyEnvelope.Parse(envelope).KeyId, System.Buffers.Text.Base64Url.DecodeFromChars(Member(envelope, "encrypted_key")));

    private static Task<byte[]> PayloadAsync(byte[] envelope, TwoVersions wrap) =>
        Task.FromResult(KeyEnvelope.Parse(envelope).Decrypt(UnwrapKey(envelope, wrap)));

    private sealed class TwoVersions : IKeyWrap
    {
        public const string Newest = "kek/2";

        private static readonly RSA Second = RSA.Create(2048);

        public int Wraps { get; private set; }

        public int Unwraps { get; private set; }

        public bool Garbles { get; init; }

        public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
        {
            Wraps++;
            byte[] other = key.ToArray();
            other[0] ^= (byte)(Garbles ? 1 : 0);
            return ValueTask.FromResult(new WrappedKey(Newest, Second.Encrypt(other, RSAEncryptionPadding.OaepSHA256)));
        }

        public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken)
        {
            Unwraps++;
            return ValueTask.FromResult(Unwrap(keyId, wrappedKey.ToArray()));
        }

        public byte[] Unwrap(string keyId, byte[] wrapped) => keyId switch
        {
            Newest => Second.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256),
            RsaKeyWrap.KeyId => RsaKeyWrap.Shared.Rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256),
            _ => throw new CryptographicException("Unknown key."),
        };
    }
}
