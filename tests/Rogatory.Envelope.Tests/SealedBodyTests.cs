namespace Rogatory.Envelope.Tests;

public sealed class SealedBodyTests
{
    [Theory]
    [InlineData(0, 56)]
    [InlineData(1, 57)]
    [InlineData(1_048_520, 1_048_576)]
    [InlineData(1_048_521, 1_048_593)]
    [InlineData(2_097_080, 2_097_152)]
    [InlineData(2_097_081, 2_097_169)]
    [InlineData(1L << 40, 1_099_528_405_304)]
    public void A_length_and_its_sealed_length_give_each_other(long plaintext, long body)
    {
        Assert.Equal(body, SealedBody.SealedLength(plaintext));
        Assert.Equal(plaintext, SealedBody.PlaintextLength(body));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(55)]
    [InlineData(1_048_577)]
    [InlineData(1_048_592)]
    [InlineData(long.MaxValue)]
    public void A_length_that_no_body_has_is_refused(long body) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SealedBody.PlaintextLength(body));

    [Fact]
    public void A_plaintext_of_more_segments_than_can_be_numbered_is_refused()
    {
        var longest = SealedBody.PlaintextLength((long)uint.MaxValue * SealedBody.SegmentSize);
        Assert.Equal((long)uint.MaxValue * SealedBody.SegmentSize, SealedBody.SealedLength(longest));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealedBody.SealedLength(longest + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealedBody.SealedLength(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealedBody.SealedLength(-1));
    }
}
