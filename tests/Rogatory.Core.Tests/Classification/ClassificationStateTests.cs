using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Classification;

public sealed class ClassificationStateTests
{
    [Fact]
    public void What_was_found_and_the_blocks_are_known_once_the_ledger_says_so()
    {
        CaseState before = Some.State(Some.Sealed("statement"));
        Assert.Null(before.Classification.Find(ItemId.Parse("statement")));
        Assert.Null(before.Classification.BlocksOf(ItemId.Parse("statement")));

        CaseState after = Fold(before, SomeClassification.Of("statement"));

        Assert.Equal(4, after.Classification.Find(ItemId.Parse("statement"))!.Categories["iban"]);
        Assert.Equal((BlockKind.Rows, 20_001), (after.Classification.BlocksOf(ItemId.Parse("statement"))!.Kind, after.Classification.BlocksOf(ItemId.Parse("statement"))!.Count));
        Assert.Equal(CasePhase.AwaitingItems, after.Phase);
    }

    [Theory]
    [InlineData("request", "request.findings")]
    [InlineData("statement", "statement.findings")]
    [InlineData("statement.extract-1", "statement.extract-1-findings")]
    [InlineData("statement.rectification-1", "statement.rectification-1-findings")]
    [InlineData("request.rectification-2", "request.rectification-2-findings")]
    public void What_was_found_in_an_item_of_content_stands_in_an_item_beside_it(string item, string findings)
    {
        Assert.Equal(findings, Derivation.FindingsOf(ItemId.Parse(item)).ToString());
        Assert.True(Derivation.IsContent(ItemId.Parse(item)));
        Assert.False(Derivation.IsContent(ItemId.Parse(findings)));
    }

    [Theory]
    [InlineData("statement.findings")]
    [InlineData("statement.extract-1-findings")]
    [InlineData("statement.extract-1-proof")]
    [InlineData("statement.extract-0")]
    [InlineData("statement.rectification-1-findings")]
    [InlineData("statement.rectification-1-proof")]
    [InlineData("statement.other-1")]
    [InlineData("request.consultation-0123456789ab")]
    public void What_people_wrote_and_what_we_made_of_an_item_is_no_content(string item)
    {
        Assert.False(Derivation.IsContent(ItemId.Parse(item)));
        Assert.Throws<ArgumentException>(() => Derivation.FindingsOf(ItemId.Parse(item)));
        Assert.Throws<CaseHistoryException>(() => Fold(
            Some.State(Some.Sealed(item)), SomeClassification.Of("statement").Select(one => one is ItemClassified found ? found with { Item = ItemId.Parse(item) } : one)));
    }

    [Theory]
    [InlineData("statement")]
    [InlineData("statement.extract-1")]
    public void Who_names_an_item_or_an_extract_names_what_was_found_in_it(string named)
    {
        foreach (string derived in new[] { "statement.extract-1", "statement.extract-1-findings", "statement.extract-1-proof" })
            Assert.True(Derivation.Covers([ItemId.Parse(named)], ItemId.Parse(derived)));
        Assert.False(Derivation.Covers([ItemId.Parse("statement.extract-1")], ItemId.Parse("statement.extract-11-findings")));
        Assert.False(Derivation.Covers([ItemId.Parse("statement.extract-1")], ItemId.Parse("statement.findings")));
    }

    [Theory]
    [InlineData("statement")]
    [InlineData("statement.rectification-1")]
    public void Who_names_an_item_or_what_was_put_right_of_it_names_what_was_found_in_that(string named)
    {
        Assert.True(Derivation.Covers([ItemId.Parse(named)], ItemId.Parse("statement.rectification-1-findings")));
        Assert.False(Derivation.Covers([ItemId.Parse("statement.rectification-2")], ItemId.Parse("statement.rectification-1-findings")));
        Assert.True(Derivation.IsFindings(ItemId.Parse("statement.rectification-1-findings")));
        Assert.Equal(ItemId.Parse("statement.rectification-1"), Derivation.OriginalOf(ItemId.Parse("statement.rectification-1")));
    }

    [Fact]
    public void An_item_is_classified_once_and_only_when_it_is_sealed()
    {
        CaseState sealedOne = Some.State(Some.Sealed("statement"));
        Assert.Throws<CaseHistoryException>(() => Fold(Some.State(), SomeClassification.Of("statement")));
        CaseState once = Fold(sealedOne, SomeClassification.Of("statement"));
        IReadOnlyList<LedgerEvent> again = SomeClassification.Of("statement");
        Assert.Throws<CaseHistoryException>(() => once.Apply(again[1], 9, Some.Time, "system:classification"));
        Assert.Throws<CaseHistoryException>(() => once.Apply(again[2], 9, Some.Time, "system:classification"));
    }

    [Fact]
    public void The_findings_are_sealed_in_the_same_append_and_under_their_own_name()
    {
        CaseState state = Some.State(Some.Sealed("statement"), Some.Sealed("letter"));
        ItemClassified one = SomeClassification.Of("statement").OfType<ItemClassified>().Single();
        Assert.Throws<CaseHistoryException>(() => Fold(state, [one]));
        Assert.Throws<CaseHistoryException>(() => Fold(state, [Some.Sealed("statement.findings"), one]));
        Assert.Throws<CaseHistoryException>(() => Fold(
            state, [Some.Sealed("letter.findings") with { Command = one.Command }, one with { Findings = ItemId.Parse("letter.findings") }]));
    }

    [Fact]
    public void The_lines_say_codes_and_counts_and_are_read_back_as_they_were_written()
    {
        IReadOnlyList<LedgerEvent> events = SomeClassification.Of("statement");
        (ReadOnlyMemory<byte> bytes, IReadOnlyList<LedgerLine> lines, _) =
            LedgerTip.Empty.Append(Some.Case.ToString(), Some.Time, [.. events.Select(one => EventCodec.Encode("system:classification", one))]);

        Assert.Contains("\"categories\":{\"email\":1,\"iban\":4}", System.Text.Encoding.UTF8.GetString(bytes.Span), StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"rows\"", System.Text.Encoding.UTF8.GetString(bytes.Span), StringComparison.Ordinal);
        LedgerEvent[] read = [.. lines.Select(CaseEvents.Codec.Decode)];
        Assert.Equal(4, Assert.IsType<ItemClassified>(read[1]).Categories["iban"]);
        Assert.Equal(events[2], read[2]);
    }

    [Fact]
    public void A_stored_fold_keeps_what_was_found()
    {
        CaseState state = Fold(Some.State(Some.Sealed("statement")), SomeClassification.Of("statement"));
        var projection = new Projection(Projection.CurrentFormat, state, LedgerTip.Empty, new CaseRest(Some.Time, 0));
        ClassificationState read = Projection.Parse(projection.ToBytes())!.State.Classification;
        Assert.Equal(2, read.Find(ItemId.Parse("statement"))!.Unread["image"]);
        Assert.Equal(state.Classification.BlocksOf(ItemId.Parse("statement")), read.BlocksOf(ItemId.Parse("statement")));
    }

    private static CaseState Fold(CaseState state, IEnumerable<LedgerEvent> events) =>
        events.Aggregate(state, (at, one) => at.Apply(one, 9, Some.Time, "system:classification"));
}
