using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger.Tests;

public sealed class LedgerTipTests
{
    [Fact]
    public void The_first_line_is_number_0_and_names_64_zeros()
    {
        var (bytes, lines, tip) = LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening()]);

        Assert.Equal((0, new string('0', 64)), (lines[0].Seq, lines[0].Prev));
        Assert.Equal(new LedgerTip(1, bytes.Length, LedgerLine.DigestOf(bytes.Span[..^1]), Some.Time), tip);
        Assert.Equal((byte)'\n', bytes.Span[^1]);
    }

    [Fact]
    public void Each_line_names_the_digest_of_the_one_above()
    {
        var (bytes, lines) = Some.Ledger([Some.Opening()], [Some.Sealing(), Some.Entry("seal")], [Some.Entry("accept")]);

        var split = LedgerReader.Read(bytes);
        for (var i = 1; i < lines.Count; i++)
            Assert.Equal((i, LedgerLine.DigestOf(split[i - 1].Bytes.Span)), (lines[i].Seq, lines[i].Prev));
    }

    [Fact]
    public void All_lines_of_an_append_have_one_time_cut_to_milliseconds_in_UTC()
    {
        var now = DateTimeOffset.Parse("2026-11-22T11:00:00.1239999+02:00", CultureInfo.InvariantCulture);

        var (_, lines, tip) = LedgerTip.Empty.Append(Some.Case, now, [Some.Opening("c"), Some.Entry("c")]);

        Assert.All(lines, line => Assert.Equal((Some.Time, TimeSpan.Zero), (line.At, line.At.Offset)));
        Assert.Equal(Some.Time, tip.LastAt);
    }

    [Theory]
    [InlineData("2026-11-22T09:00:00.122Z", "2026-11-22T09:00:00.123Z")]
    [InlineData("2026-11-22T09:00:00.1231Z", "2026-11-22T09:00:00.123Z")]
    [InlineData("2020-01-01T00:00:00Z", "2026-11-22T09:00:00.123Z")]
    [InlineData("2026-11-22T09:00:00.124Z", "2026-11-22T09:00:00.124Z")]
    public void A_clock_that_was_set_back_does_not_set_the_ledger_back(string now, string expected)
    {
        var tip = LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening()]).Tip;

        var line = tip.Append(Some.Case, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), [Some.Entry("c")]).Lines[0];

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), line.At);
    }

    [Fact]
    public void The_tip_after_an_append_is_the_one_a_reader_reaches()
    {
        var first = LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening()]);
        var second = first.Tip.Append(Some.Case, Some.Time, [Some.Sealing(), Some.Entry("seal")]);

        var (lines, tip) = LedgerReader.ReadAfter(first.Tip, Some.Case, second.Bytes);

        Assert.Equal(second.Tip, tip);
        Assert.Equal(second.Lines.Select(line => line.ToBytes()), lines.Select(line => line.ToBytes()));
        Assert.Equal(first.Bytes.Length + second.Bytes.Length, tip.Length);
    }

    [Fact]
    public void The_lines_handed_back_do_not_change_with_the_entry()
    {
        var entry = Some.Opening();
        var (bytes, lines, _) = LedgerTip.Empty.Append(Some.Case, Some.Time, [entry]);

        entry.Data["reference"] = "another";

        Assert.Equal(bytes.ToArray()[..^1], lines[0].ToBytes());
    }

    [Fact]
    public void An_entry_whose_data_belongs_to_a_larger_document_is_written_and_left_there()
    {
        var document = new JsonObject { ["data"] = new JsonObject { ["command"] = "c" } };

        LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening() with { Data = document["data"]!.AsObject() }]);

        Assert.NotNull(document["data"]);
    }

    [Fact]
    public void An_append_without_entries_or_of_two_commands_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LedgerTip.Empty.Append(Some.Case, Some.Time, []));
        Assert.Throws<ArgumentException>(() => LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening("a"), Some.Entry("b")]));
    }

    [Fact]
    public void What_a_reader_would_refuse_is_not_written()
    {
        Refused(LedgerFault.Malformed, Some.Case.ToLowerInvariant() + ".1", Some.Opening());
        Refused(LedgerFault.Malformed, Some.Case, Some.Opening() with { Actor = "nobody" });
        Refused(LedgerFault.UnknownEvent, Some.Case, Some.Opening() with { Event = "request-opened" });
        Refused(LedgerFault.Malformed, Some.Case, Some.Opening() with { Data = [] });
        Refused(LedgerFault.Malformed, Some.Case, Some.Sealing() with { Data = new() { ["command"] = "c" } });
        var filler = new string('x', LedgerLine.MaximumLength);
        Refused(LedgerFault.TooLong, Some.Case, Some.Opening() with { Data = new() { ["command"] = "c", ["x"] = filler } });
        Assert.Throws<CanonicalJsonException>(() =>
            LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening() with { Data = new() { ["command"] = "c", ["x"] = double.NaN } }]));
    }

    [Fact]
    public void A_line_that_does_not_follow_is_refused_with_what_is_wrong()
    {
        var (bytes, lines) = Some.Ledger([Some.Opening()], [Some.Entry("a")]);
        var read = LedgerReader.Read(bytes);
        var tip = LedgerTip.Empty.Follow(read[0].Bytes);

        Assert.Equal(2, tip.Follow(read[1].Bytes).Size);
        Assert.Equal(LedgerFault.WrongSequence, FaultOf(() => tip.Follow(read[0].Bytes)));
        Assert.Equal(LedgerFault.WrongSequence, FaultOf(() => LedgerTip.Empty.Follow(read[1].Bytes)));
        Assert.Equal(LedgerFault.BrokenChain, FaultOf(() => tip.Follow((lines[1] with { Prev = new string('0', 64) }).ToBytes())));
        Assert.Equal(LedgerFault.TimeGoesBack, FaultOf(() => tip.Follow((lines[1] with { At = Some.Time.AddMilliseconds(-1) }).ToBytes())));
    }

    [Fact]
    public void A_ledger_without_its_last_line_feed_is_refused_by_the_reader()
    {
        var (bytes, _) = Some.Ledger([Some.Opening()], [Some.Entry("a")]);

        Assert.Empty(LedgerReader.Read(ReadOnlyMemory<byte>.Empty));
        Assert.Equal(LedgerFault.NotEnded, FaultOf(() => LedgerReader.Read(bytes.AsMemory(0, bytes.Length - 1))));
        Assert.Equal(LedgerFault.NotCanonical, FaultOf(() => LedgerReader.Read(Encoding.UTF8.GetBytes("\n"))));
    }

    [Fact]
    public void A_line_of_another_case_is_refused_by_the_reader()
    {
        var (bytes, _) = Some.Ledger([Some.Opening()]);

        Assert.Equal(LedgerFault.OtherCase, FaultOf(() => LedgerReader.ReadAfter(LedgerTip.Empty, "0000-0000-0000", bytes)));
    }

    private static void Refused(LedgerFault fault, string @case, LedgerEntry entry) =>
        Assert.Equal(fault, FaultOf(() => LedgerTip.Empty.Append(@case, Some.Time, [entry])));

    private static LedgerFault FaultOf(Action action) => Assert.Throws<LedgerFormatException>(action).Fault;
}
