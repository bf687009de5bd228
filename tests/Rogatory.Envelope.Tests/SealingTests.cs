using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Envelope.Tests;

public sealed class SealingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_048_520)]
    [InlineData(1_048_521)]
    [InlineData(3_000_000)]
    public async Task A_body_is_what_the_format_says_byte_by_byte(int length)
    {
        var plaintext = Some.Bytes(length);
        using var sealer = new ItemSealer(Some.Case, Some.Item, Some.Key(), Some.Header(), SegmentLayout.Standard);
        using var body = new MemoryStream();

        var content = await sealer.SealAsync(new MemoryStream(plaintext), body, CancellationToken.None);

        Assert.Equal(ByTheBook(plaintext), body.ToArray());
        Assert.Equal(length, content.PlaintextSize);
        Assert.Equal(SHA256.HashData(plaintext), content.PlaintextSha256);
        Assert.Equal(SealedBody.SealedLength(length), content.Size);
        Assert.Equal(NaiveTree.Root([.. body.ToArray().Chunk(SealedBody.SegmentSize)]), content.SealedRoot);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(72)]
    [InlineData(184)]
    [InlineData(1000)]
    public async Task Memory_seals_to_the_same_body_as_a_stream(int length)
    {
        var sample = await SealedSample.MakeSmallAsync(length);
        using var sealer = new ItemSealer(Some.Case, Some.Item, Some.Key(), Some.Header(), Some.SmallLayout);
        using var body = new MemoryStream();

        var content = await sealer.SealAsync(sample.Plaintext.AsMemory(), body, CancellationToken.None);

        Assert.Equal(sample.Body, body.ToArray());
        Assert.Equal(sample.Content.SealedRoot, content.SealedRoot);
        Assert.Equal(sample.Content.PlaintextSha256, content.PlaintextSha256);
    }

    [Fact]
    public void The_commitment_is_the_digest_of_its_name_the_main_key_and_the_header()
    {
        using var sealer = new ItemSealer(Some.Case, Some.Item, Some.Key(), Some.Header(), SegmentLayout.Standard);

        byte[] input = [.. Encoding.ASCII.GetBytes("rogatory/v1/commit"), .. Some.Bytes(32, "key"), .. Some.Header()];
        Assert.Equal(SHA256.HashData(input), sealer.Commitment);
    }

    [Fact]
    public void Every_sealer_has_a_header_and_a_key_of_its_own()
    {
        using var one = new ItemSealer(Some.Case, Some.Item);
        using var other = new ItemSealer(Some.Case, Some.Item);

        Assert.Equal(SealedBody.HeaderSize, one.Header.Length);
        Assert.Equal(0x28, one.Header.Span[0]);
        Assert.NotEqual(one.Header.ToArray(), other.Header.ToArray());
        Assert.NotEqual(one.Commitment, other.Commitment);
    }

    [Fact]
    public async Task A_sealer_seals_once()
    {
        using var sealer = new ItemSealer(Some.Case, Some.Item);
        await sealer.SealAsync(Stream.Null, Stream.Null, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => sealer.SealAsync(Stream.Null, Stream.Null, CancellationToken.None));
    }

    [Fact]
    public async Task A_sealer_that_failed_does_not_try_again()
    {
        using var sealer = new ItemSealer(Some.Case, Some.Item);
        await Assert.ThrowsAsync<IOException>(() => sealer.SealAsync(new FailingStream(0), Stream.Null, CancellationToken.None));

        await Assert.ThrowsAsync<InvalidOperationException>(() => sealer.SealAsync(Stream.Null, Stream.Null, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void An_id_that_could_be_read_in_two_ways_is_refused(string id)
    {
        Assert.ThrowsAny<ArgumentException>(() => new ItemSealer(id, Some.Item));
        Assert.ThrowsAny<ArgumentException>(() => new ItemSealer(Some.Case, id));
        Assert.ThrowsAny<ArgumentException>(() => new ConsultationGrant(Some.Case, id));
    }

    [Fact]
    public async Task An_envelope_is_made_only_of_what_was_sealed()
    {
        var plaintext = Some.Bytes(100);
        using var sealer = new ItemSealer(Some.Case, Some.Item);
        var description = Some.Description(plaintext);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sealer.WrapKeyAsync(description, RsaKeyWrap.Shared, CancellationToken.None));

        await sealer.SealAsync(plaintext.AsMemory(), Stream.Null, CancellationToken.None);

        var otherSize = new ItemDescription(description.Name, description.Type, 101, description.Sha256);
        var otherDigest = new ItemDescription(description.Name, description.Type, 100, new byte[32]);
        await Assert.ThrowsAsync<ArgumentException>(() => sealer.WrapKeyAsync(otherSize, RsaKeyWrap.Shared, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => sealer.WrapKeyAsync(otherDigest, RsaKeyWrap.Shared, CancellationToken.None));
        Assert.NotEmpty(await sealer.WrapKeyAsync(description, RsaKeyWrap.Shared, CancellationToken.None));
    }

    [Fact]
    public async Task A_sealer_that_was_disposed_of_neither_seals_nor_wraps()
    {
        var sealer = new ItemSealer(Some.Case, Some.Item);
        await sealer.SealAsync(Stream.Null, Stream.Null, CancellationToken.None);
        sealer.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => sealer.WrapKeyAsync(Some.Description([]), RsaKeyWrap.Shared, CancellationToken.None));
    }

    [Fact]
    public void A_key_and_a_segment_are_zero_once_disposed_of()
    {
        var key = Some.Key();
        var keyBytes = key.Bytes;
        var buffer = new SegmentBuffer(1000);
        var bytes = buffer.Bytes;
        bytes.AsSpan().Fill(7);

        key.Dispose();
        buffer.Dispose();

        Assert.False(keyBytes.ContainsAnyExcept((byte)0) || bytes.AsSpan().ContainsAnyExcept((byte)0));
        Assert.Throws<ObjectDisposedException>(() => key.Bytes.Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.Bytes);
    }

    /// <summary>Format 4.1 with nothing but the BCL: RFC 5869, then AES-256-GCM over each segment.</summary>
    private static byte[] ByTheBook(byte[] plaintext)
    {
        var header = Some.Header();
        var info = Encoding.UTF8.GetBytes($"rogatory/v1/{Some.Case}/{Some.Item}");
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Some.Bytes(32, "key"), 32, header[1..33], info);
        using var aes = new AesGcm(key, 16);
        using var body = new MemoryStream();
        body.Write(header);
        var at = 0;
        for (var index = 0u; index == 0 || at < plaintext.Length; index++)
        {
            var count = Math.Min(plaintext.Length - at, (1 << 20) - 16 - (index == 0 ? 40 : 0));
            var nonce = new byte[12];
            header.AsSpan(33).CopyTo(nonce);
            BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(7), index);
            nonce[11] = (byte)(at + count == plaintext.Length ? 1 : 0);
            var (ciphertext, tag) = (new byte[count], new byte[16]);
            aes.Encrypt(nonce, plaintext.AsSpan(at, count), ciphertext, tag);
            body.Write(ciphertext);
            body.Write(tag);
            at += count;
        }

        return body.ToArray();
    }
}
