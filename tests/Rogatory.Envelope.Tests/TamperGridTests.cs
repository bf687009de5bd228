using System.Text;

namespace Rogatory.Envelope.Tests;

/// <summary>
/// Everything that can be done to a stored body, at every length around the boundaries of the first and the later segments. What a
/// reader with a ledger says of it and what one without says of it are worked out here from the pieces' sizes alone.
/// </summary>
public sealed class TamperGridTests
{
    private const int Tag = SealedBody.TagSize;
    private const int SmallestBody = SealedBody.HeaderSize + SealedBody.TagSize;

    public static TheoryData<int> SmallLengths => [0, 1, 71, 72, 73, 144, 183, 184, 185, 296, 297, 408];

    public static TheoryData<int> RealLengths
    {
        get
        {
            const int first = SealedBody.SegmentSize - SmallestBody;
            const int later = SealedBody.SegmentSize - Tag;
            return [0, 1, first - 1, first, first + 1, 2 * first, first + later - 1, first + later, first + later + 1];
        }
    }

    [Theory]
    [MemberData(nameof(SmallLengths))]
    public async Task Every_change_of_a_body_of_small_segments_is_refused_with_its_class(int length)
    {
        var sample = await SealedSample.MakeSmallAsync(length);
        await CheckAsync(sample, Changes(sample, everyByte: true));
    }

    [Theory]
    [MemberData(nameof(RealLengths))]
    public async Task Every_change_of_a_body_of_real_segments_is_refused_with_its_class(int length)
    {
        var sample = await SealedSample.MakeAsync(length, SegmentLayout.Standard);
        await CheckAsync(sample, Changes(sample, everyByte: false));
    }

    [Fact]
    public async Task Each_byte_of_the_associated_data_counts()
    {
        var sample = await SealedSample.MakeSmallAsync(200);
        var associatedData = Encoding.UTF8.GetBytes($"rogatory/v1/{Some.Case}/{Some.Item}");
        Assert.Null(await sample.OpenUnrecordedAsync(sample.Body, associatedData));
        for (var i = 0; i < associatedData.Length; i++)
        {
            var changed = associatedData.ToArray();
            changed[i] ^= 1;
            Assert.Equal(OpenFailure.Payload, await sample.OpenUnrecordedAsync(sample.Body, changed));
        }

        Assert.Equal(OpenFailure.Payload, await sample.OpenUnrecordedAsync(sample.Body, associatedData[..^1]));
        Assert.Equal(OpenFailure.Payload, await sample.OpenUnrecordedAsync(sample.Body, [.. associatedData, 0]));
    }

    private static async Task CheckAsync(SealedSample sample, IEnumerable<Change> changes)
    {
        var original = sample.Body.ToArray();
        await AssertOpensAsync(sample);
        foreach (var change in changes)
        {
            var body = change.Body();
            // Whatever came before, each change is made to the body that opens.
            Assert.True(original.AsSpan().SequenceEqual(sample.Body), $"{change.Name}: the sample is another.");
            if (body.AsSpan().SequenceEqual(original))
                continue;
            var recorded = change.Recorded ?? BySize(body.Length - sample.Body.Length);
            var (found, foundAlone) = (await sample.OpenRecordedAsync(body), await sample.OpenUnrecordedAsync([.. body]));
            Assert.True(found == recorded, $"{change.Name}: {found} where {recorded} was expected.");
            Assert.True(foundAlone == change.Unrecorded, $"{change.Name}, with nothing recorded: {foundAlone} where {change.Unrecorded} was expected.");
        }

        await AssertOpensAsync(sample);
    }

    private static async Task AssertOpensAsync(SealedSample sample)
    {
        Assert.Null(await sample.OpenRecordedAsync([.. sample.Body]));
        Assert.Null(await sample.OpenUnrecordedAsync([.. sample.Body]));
    }

    private static OpenFailure BySize(int growth) => growth < 0 ? OpenFailure.Truncated : growth > 0 ? OpenFailure.TrailingData : OpenFailure.Payload;

    private static IEnumerable<Change> Changes(SealedSample sample, bool everyByte)
    {
        var (body, size) = (sample.Body, sample.Layout.SegmentSize);
        var pieces = body.Chunk(size).ToArray();
        var last = pieces.Length - 1;
        var lastIsFull = pieces[last].Length == size;
        var places = Enumerable.Range(0, body.Length).Where(i => everyByte || i < SmallestBody || i % size is 0 or 1000 || i % size == size - 1 || i == body.Length - 1);
        foreach (var i in places)
            yield return new Change($"flip {i}", () => Flip(body, i), i < 40 ? OpenFailure.Header : OpenFailure.Payload, i == 0 ? OpenFailure.Header : OpenFailure.Payload);

        foreach (var cut in new[] { 0, 1, 39, 40, 55 }.Where(cut => cut < body.Length))
            yield return new Change($"cut to {cut}", () => body[..cut], null, OpenFailure.Truncated);
        for (var i = 1; i <= last; i++)
        {
            var start = i * size;
            yield return new Change($"cut to {i} pieces", () => body[..start], null, OpenFailure.Truncated);
            foreach (var more in new[] { 1, 15, 16, 17, 100 }.Where(more => start + more < body.Length))
                yield return new Change($"cut to {i} pieces and {more}", () => body[..(start + more)], null, more <= Tag ? OpenFailure.Truncated : OpenFailure.Payload);
        }

        foreach (var more in new[] { 1, 16, 17, size })
        {
            var expected = lastIsFull ? OpenFailure.TrailingData : OpenFailure.Payload;
            yield return new Change($"extend by {more}", () => [.. body, .. new byte[more]], null, expected);
        }

        for (var i = 0; i <= last; i++)
        {
            var at = i;
            var dropped = at == last ? OpenFailure.Truncated : OpenFailure.Payload;
            yield return new Change($"drop {at}", () => Join(pieces.Where((_, j) => j != at)), null, at == 0 && last > 0 ? OpenFailure.Header : dropped);
            var twice = at == last && lastIsFull ? OpenFailure.TrailingData : OpenFailure.Payload;
            yield return new Change($"duplicate {at}", () => Join(pieces.SelectMany((piece, j) => j == at ? [piece, piece] : new[] { piece })), null, twice);
            for (var other = at + 1; other <= last; other++)
            {
                var with = other;
                var failure = at == 0 ? OpenFailure.Header : OpenFailure.Payload;
                yield return new Change($"swap {at} and {with}", () => Swap(pieces, at, with), failure, failure);
            }
        }
    }

    private static byte[] Flip(byte[] body, int i)
    {
        var changed = body.ToArray();
        changed[i] ^= 0x80;
        return changed;
    }

    private static byte[] Swap(byte[][] pieces, int i, int j)
    {
        var swapped = pieces.ToArray();
        (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
        return Join(swapped);
    }

    private static byte[] Join(IEnumerable<byte[]> pieces) => [.. pieces.SelectMany(piece => piece)];

    /// <param name="Name">Said when the expectation fails.</param>
    /// <param name="Body">A fresh copy with the change.</param>
    /// <param name="Recorded">What a reader says who knows the recorded size; null where the size decides.</param>
    /// <param name="Unrecorded">What a reader says who knows the format only.</param>
    private sealed record Change(string Name, Func<byte[]> Body, OpenFailure? Recorded, OpenFailure Unrecorded);
}
