using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

public sealed class ResumableSha256Tests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(128)]
    [InlineData(1_000_003)]
    public void It_is_SHA_256(int length)
    {
        var bytes = Some.Bytes(length);
        var digest = new ResumableSha256();
        digest.Append(bytes);
        Assert.Equal(SHA256.HashData(bytes), digest.Finish());
    }

    [Fact]
    public void However_the_bytes_are_cut_and_wherever_it_is_taken_up_the_digest_is_the_same()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(byte[][] Parts, byte[] Tail)>(), input =>
        {
            byte[] first = [.. input.Parts.SelectMany(part => part ?? [])];
            first = [.. first, .. new byte[(ResumableSha256.BlockSize - (first.Length % ResumableSha256.BlockSize)) % ResumableSha256.BlockSize]];
            var rest = input.Tail ?? [];
            var digest = new ResumableSha256();
            var at = 0;
            foreach (var part in input.Parts)
            {
                digest.Append(part ?? []);
                at += part?.Length ?? 0;
            }

            digest.Append(first.AsSpan(at));
            var resumed = new ResumableSha256(digest.State(), first.Length);
            resumed.Append(rest);
            return resumed.Finish().AsSpan().SequenceEqual(SHA256.HashData([.. first, .. rest]));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Its_state_is_kept_between_blocks_only()
    {
        var digest = new ResumableSha256();
        digest.Append(new byte[65]);
        Assert.Throws<InvalidOperationException>(digest.State);
    }
}
