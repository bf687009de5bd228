using System.Text;

namespace Rogatory.Ledger.Tests;

public sealed class LedgerCheckTests
{
    private static readonly (byte[] Bytes, IReadOnlyList<LedgerLine> Lines) Ledger =
        Some.Ledger([Some.Opening()], [Some.Sealing(), Some.Entry("seal")], [Some.Entry("accept")]);

    [Fact]
    public void A_ledger_as_written_holds_and_the_report_names_its_size_root_and_last_digest()
    {
        var report = Check(Ledger.Bytes);

        Assert.True(report.Holds, report.Why);
        Assert.Equal((Some.Case, 4), (report.Case, report.Size));
        Assert.Equal(Ledger.Lines.Select(line => MerkleTree.LeafHash(line.ToBytes())), report.LeafHashes);
        Assert.Equal(Convert.ToHexStringLower(MerkleTree.Root(report.LeafHashes)), report.Root);
        Assert.Equal(LedgerLine.DigestOf(Ledger.Lines[^1].ToBytes()), report.LastDigest);
        Assert.Null(report.LineNumber);
        Assert.Null(report.Fault);
        Assert.Contains("last line", report.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_a_ledger_that_does_not_hold_gives_no_root_away()
    {
        var report = Check(Ledger.Bytes[..^1]);

        Assert.False(report.Holds);
        Assert.Equal((LedgerFault.NotEnded, 4, 3), (report.Fault, report.LineNumber, report.Size));
        Assert.Null(report.Root);
        Assert.Null(report.LastDigest);
        Assert.Throws<InvalidOperationException>(() => report.RootAt(1));
        Assert.False(report.Proves(3, Convert.ToHexStringLower(MerkleTree.Root(report.LeafHashes))));
    }

    [Fact]
    public void Each_line_that_holds_is_handed_on_in_order_and_none_from_the_first_that_does_not()
    {
        List<long> all = [], broken = [];
        LedgerCheck.Check(new MemoryStream(Ledger.Bytes), line => all.Add(line.Seq));
        LedgerCheck.Check(new MemoryStream(Joined([Ledger.Lines[0], Ledger.Lines[1], Ledger.Lines[3]])), line => broken.Add(line.Seq));

        Assert.Equal([0L, 1, 2, 3], all);
        Assert.Equal([0L, 1], broken);
        Assert.Throws<InvalidOperationException>(() => LedgerCheck.Check(new MemoryStream(Ledger.Bytes), _ => throw new InvalidOperationException()));
    }

    [Fact]
    public void A_receipt_over_a_shorter_ledger_is_proven_by_the_longer_one()
    {
        var report = Check(Ledger.Bytes);
        for (var size = 1; size <= Ledger.Lines.Count; size++)
        {
            var then = Check(Joined(Ledger.Lines.Take(size)));
            Assert.Equal(then.Root, report.RootAt(size));
            Assert.True(report.Proves(size, then.Root!));
            Assert.False(report.Proves(size, then.Root!.ToUpperInvariant()));
            Assert.False(report.Proves(size + 1, then.Root!));
        }
        Assert.False(report.Proves(0, report.Root!));
        Assert.False(report.Proves(-1, report.Root!));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.RootAt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.RootAt(5));
    }

    [Fact]
    public void A_history_rewritten_with_a_sound_chain_holds_by_itself_but_not_against_a_receipt()
    {
        var receipt = Check(Ledger.Bytes);
        var rewritten = Some.Ledger([Some.Opening("another")], [Some.Sealing(), Some.Entry("seal")], [Some.Entry("accept")]).Bytes;

        var report = Check(rewritten);

        Assert.True(report.Holds);
        Assert.False(report.Proves(receipt.Size, receipt.Root!));
    }

    [Fact]
    public void A_ledger_kept_in_two_parts_is_checked_as_one_and_its_second_part_not_alone()
    {
        var (first, second) = (Joined(Ledger.Lines.Take(2)), Joined(Ledger.Lines.Skip(2)));

        Assert.Equal(Check(Ledger.Bytes).Root, Check([.. first, .. second]).Root);
        Assert.Equal((LedgerFault.WrongSequence, 1), Found(second));
    }

    [Fact]
    public void A_ledger_that_is_not_a_cases_may_open_with_any_event()
    {
        var (bytes, _, _) = LedgerTip.Empty.Append("partners", Some.Time, [Some.Entry("a", "access.partner-registered")]);

        Assert.True(Check(bytes.ToArray()).Holds);
    }

    [Fact]
    public void A_cases_ledger_opens_with_the_request()
    {
        var (bytes, _, _) = LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Entry("a", "access.partner-registered")]);

        Assert.Equal((LedgerFault.NotOpened, 1), Found(bytes.ToArray()));
    }

    [Fact]
    public void A_command_carried_out_again_after_another_is_found()
    {
        var (bytes, _) = Some.Ledger([Some.Opening()], [Some.Sealing("a"), Some.Entry("a")], [Some.Entry("b")], [Some.Entry("a")]);

        Assert.Equal((LedgerFault.DuplicateCommand, 5), Found(bytes));
    }

    [Fact]
    public void A_line_of_another_case_is_found_although_it_is_well_chained()
    {
        var opened = LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening()]);
        var strange = opened.Tip.Append("0000-0000-0000", Some.Time, [Some.Entry("a")]);

        Assert.Equal((LedgerFault.OtherCase, 2), Found([.. opened.Bytes.Span, .. strange.Bytes.Span]));
    }

    [Fact]
    public void A_time_before_that_of_the_line_above_is_found_and_the_same_time_is_not()
    {
        var opened = LedgerTip.Empty.Append(Some.Case, Some.Time, [Some.Opening()]);
        var same = (opened.Tip with { LastAt = null }).Append(Some.Case, Some.Time, [Some.Entry("a")]);
        var earlier = (opened.Tip with { LastAt = null }).Append(Some.Case, Some.Time.AddMilliseconds(-1), [Some.Entry("a")]);

        Assert.True(Check([.. opened.Bytes.Span, .. same.Bytes.Span]).Holds);
        Assert.Equal((LedgerFault.TimeGoesBack, 2), Found([.. opened.Bytes.Span, .. earlier.Bytes.Span]));
    }

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_is_read_the_same()
    {
        using var slow = new TrickleStream(Ledger.Bytes);

        Assert.Equal(Check(Ledger.Bytes).Root, LedgerCheck.Check(slow).Root);
    }

    [Fact]
    public void Nothing_is_not_a_ledger() => Assert.Equal((LedgerFault.Empty, 1), Found([]));

    private static LedgerReport Check(byte[] bytes) => LedgerCheck.Check(new MemoryStream(bytes));

    private static (LedgerFault?, long?) Found(byte[] bytes) => (Check(bytes).Fault, Check(bytes).LineNumber);

    private static byte[] Joined(IEnumerable<LedgerLine> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => Encoding.UTF8.GetString(line.ToBytes()) + "\n")));

    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
