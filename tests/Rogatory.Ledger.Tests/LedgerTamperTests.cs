using System.Text;

namespace Rogatory.Ledger.Tests;

/// <summary>A sample ledger changed in every way that keeps it a file; each test begins from an untouched copy.</summary>
public sealed class LedgerTamperTests
{
    private static readonly string[] Lines = SampleLines();

    private static readonly LedgerReport Receipt = Check(Text(Lines));

    [Fact]
    public void The_untouched_ledger_holds() => Assert.True(Receipt.Holds, Receipt.Why);

    [Fact]
    public void Every_bit_of_every_line_changed_is_noticed_at_that_line_or_by_the_next_ones_chain()
    {
        var bytes = Text(Lines);
        var (line, start) = (0, 0);
        for (var place = 0; place < bytes.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = bytes.ToArray();
                changed[place] ^= (byte)(1 << bit);
                AssertNoticed(Check(changed), line, ReadsAsALine(changed, start), $"line {line + 1}, byte {place - start}, bit {bit}");
            }
            if (bytes[place] == '\n')
                (line, start) = (line + 1, place + 1);
        }
        Assert.Equal(Lines.Length, line);
    }

    [Fact]
    public void A_dropped_line_is_noticed_where_it_stood()
    {
        for (var i = 0; i < Lines.Length - 1; i++)
            AssertFault(LedgerFault.WrongSequence, i, [.. Lines[..i], .. Lines[(i + 1)..]]);
    }

    [Fact]
    public void A_dropped_last_line_is_noticed_by_a_receipt_alone()
    {
        var report = Check(Text(Lines[..^1]));

        Assert.True(report.Holds);
        Assert.False(report.Proves(Receipt.Size, Receipt.Root!));
    }

    [Fact]
    public void Swapped_lines_are_noticed_at_the_first_of_them()
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            for (var j = i + 1; j < Lines.Length; j++)
            {
                string[] swapped = [.. Lines];
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                AssertFault(LedgerFault.WrongSequence, i, swapped);
            }
        }
    }

    [Fact]
    public void A_line_put_in_twice_is_noticed_wherever_the_second_stands()
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            for (var to = i + 1; to <= Lines.Length; to++)
                AssertFault(LedgerFault.WrongSequence, to, [.. Lines[..to], Lines[i], .. Lines[to..]]);
        }
    }

    [Fact]
    public void A_ledger_cut_inside_a_line_is_noticed_at_that_line_and_between_lines_by_a_receipt()
    {
        var bytes = Text(Lines);
        var line = 0;
        for (var length = 0; length < bytes.Length; length++)
        {
            var atLineEnd = length > 0 && bytes[length - 1] == '\n';
            if (atLineEnd)
                line++;
            var report = Check(bytes[..length]);
            if (atLineEnd)
                Assert.False(report.Proves(Receipt.Size, Receipt.Root!));
            else
                Assert.Equal((length == 0 ? LedgerFault.Empty : LedgerFault.NotEnded, line + 1), (report.Fault, report.LineNumber));
        }
    }

    [Theory]
    [InlineData("x", LedgerFault.NotEnded)]
    [InlineData("\n", LedgerFault.NotCanonical)]
    [InlineData("{}\n", LedgerFault.Malformed)]
    [InlineData("\0\n", LedgerFault.NotCanonical)]
    public void What_is_appended_and_is_not_a_line_is_noticed_after_the_last(string more, LedgerFault fault)
    {
        var report = Check([.. Text(Lines), .. Encoding.UTF8.GetBytes(more)]);

        Assert.Equal((fault, Lines.Length + 1), (report.Fault, report.LineNumber));
    }

    [Fact]
    public void A_line_appended_by_the_rules_is_growth_and_the_receipt_still_holds()
    {
        var tip = Lines.Aggregate(LedgerTip.Empty, (tip, line) => tip.Follow(Encoding.UTF8.GetBytes(line)));
        var more = tip.Append(Some.Case, Some.Time, [Some.Entry("later")]).Bytes;

        var report = Check([.. Text(Lines), .. more.Span]);

        Assert.True(report.Holds, report.Why);
        Assert.True(report.Proves(Receipt.Size, Receipt.Root!));
        Assert.NotEqual(Receipt.Root, report.Root);
    }

    private static void AssertNoticed(LedgerReport report, int line, bool readsAsALine, string where)
    {
        if (!readsAsALine)
            Assert.True(report.LineNumber == line + 1, $"{where}: {report.LineNumber} {report.Why}");
        else if (line < Lines.Length - 1)
            Assert.True(report is { Fault: LedgerFault.BrokenChain } && report.LineNumber == line + 2, $"{where}: {report.LineNumber}");
        else
            Assert.True(report.Holds && !report.Proves(Receipt.Size, Receipt.Root!), where);
    }

    /// <summary>Whether what begins there is a line that the ones above lead to, so that only what comes after can give it away.</summary>
    private static bool ReadsAsALine(byte[] bytes, int start)
    {
        var end = Array.IndexOf(bytes, (byte)'\n', start);
        return end >= 0 && LedgerCheck.Check(new MemoryStream(bytes, 0, end + 1)).Holds;
    }

    private static void AssertFault(LedgerFault fault, int line, string[] lines)
    {
        var report = Check(Text(lines));
        Assert.Equal((fault, line + 1), (report.Fault, report.LineNumber));
    }

    private static LedgerReport Check(byte[] bytes) => LedgerCheck.Check(new MemoryStream(bytes));

    private static byte[] Text(string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static string[] SampleLines()
    {
        var (bytes, _) = Some.Ledger(
            [Some.Opening()], [Some.Sealing(), Some.Entry("seal")], [Some.Sealing("seal-disk")], [Some.Entry("accept")]);
        return Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
    }
}
