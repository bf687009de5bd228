using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Flow;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Classification.Reading;
using Rogatory.Envelope;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Classification;

public sealed class ClassifyItemTests : IDisposable
{
    private const string Iban = "NL91ABNA0417164300";

    private static readonly ItemId Item = ItemId.Parse("statement");
    private static readonly byte[] Statement = Encoding.UTF8.GetBytes($"date;account;amount\n2026-01-02;{Iban};12.00\n2026-01-03;\"two\nlines\";13.00\n");

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task What_is_sealed_is_read_and_the_ledger_says_how_many_of_what_and_nothing_of_them()
    {
        CaseState state = await ReceivedAsync(Statement);

        ItemClassified one = state.Classification.Find(Item)!;
        Assert.Equal(("table", "statement.findings", DetectorPack.Standard.Version), (one.Format, one.Findings.ToString(), one.Pack));
        Assert.Equal(1, one.Categories["iban"]);
        Assert.Empty(one.Unread);
        Assert.Empty(one.Breaches);
        Assert.NotNull(state.Classification.Find(CaseState.RequestItem));
        string ledger = await _authority.LedgerTextAsync(state.Case.ToString());
        Assert.DoesNotContain(Iban, ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("13.00", ledger, StringComparison.Ordinal);
        await _authority.VerifyAsync(state.Case);
    }

    [Fact]
    public async Task What_was_found_is_sealed_for_officers_to_read_in_the_form_that_classify_prints()
    {
        CaseState state = await ReceivedAsync(Statement);

        byte[] document = await ReadAsync(state, Derivation.FindingsOf(Item));
        JsonNode json = JsonNode.Parse(document)!;
        Finding found = Assert.Single(FindingsDocument.Read(document), one => one.Category == "iban");
        Assert.Equal(("statement", "table", 0), ((string?)json["item"], (string?)json["format"], (int)json["more"]!));
        Assert.Equal(Iban, Encoding.UTF8.GetString(Statement)[(int)found.Start..(int)found.End]);
        Assert.Equal((2L, "column 2"), (found.Locator.Line, found.Locator.Cell));
        Assert.Equal(json["findings"]!.AsArray().Count, FindingsDocument.Read(document).Count);
        Assert.Throws<System.Text.Json.JsonException>(() => FindingsDocument.Read("{}"u8));
    }

    [Fact]
    public async Task The_reading_stands_in_the_ledger_before_a_byte_is_read()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        bool wasRead = false;
        _authority.Faults.After("vault", async () =>
        {
            wasRead = true;
            string line = (await _authority.LedgerTextAsync(@case.ToString())).TrimEnd('\n').Split('\n')[^1];
            Assert.StartsWith("{\"actor\":\"system:classification\"", line, StringComparison.Ordinal);
            Assert.Contains("\"item\":\"statement\",\"justification\":null,\"restricted\":false},\"event\":\"access.item-consulted\"", line, StringComparison.Ordinal);
        });
        await _authority.Classify.RunAsync(@case, Item, CancellationToken.None);
        Assert.True(wasRead);
        Assert.NotNull((await _authority.StateAsync(@case)).Classification.Find(Item));
    }

    [Fact]
    public async Task The_blocks_on_record_are_those_that_a_proof_is_made_over()
    {
        CaseState state = await ReceivedAsync(Statement);
        BlocksCommitted blocks = state.Classification.BlocksOf(Item)!;
        Assert.Equal((BlockKind.Rows, 3L), (blocks.Kind, blocks.Count));
        Assert.Equal(BlockKind.Lines, state.Classification.BlocksOf(CaseState.RequestItem)!.Kind);

        using OpenedItem opened = await OpenAsync(state, Item);
        using var extract = new MemoryStream();
        using BlockProver prover = opened.BeginProof(new BlockCommitment(blocks.Kind, blocks.Count, Convert.FromHexString(blocks.Root)), [new BlockRange(0, 1)], extract);
        await ItemBlocks.WriteAsync(opened, blocks.Kind, prover, CancellationToken.None);
        prover.Finish();
        Assert.Equal("date;account;amount\n", Encoding.UTF8.GetString(extract.ToArray()));
    }

    [Fact]
    public async Task The_blocks_of_a_PDF_are_its_pages_with_an_empty_one_among_them()
    {
        PdfMaker made = PdfMaker.OnePage(PdfMaker.Line("First page"));
        made.Set(2, "<</Type/Pages/Kids[3 0 R 10 0 R 11 0 R]/Count 3>>");
        made.Set(10, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>");
        made.Set(11, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 12 0 R/Resources<</Font<</F1 5 0 R>>>>>>");
        made.Stream(12, "", PdfMaker.Line("Third page"));
        CaseState state = await ReceivedAsync(made.Make());

        BlocksCommitted blocks = state.Classification.BlocksOf(Item)!;
        Assert.Equal((BlockKind.Pages, 3L), (blocks.Kind, blocks.Count));
        using OpenedItem opened = await OpenAsync(state, Item);
        using var pages = new MemoryStream();
        await ItemBlocks.WriteAsync(opened, BlockKind.Pages, pages, CancellationToken.None);
        Assert.Equal(["First page", "", "Third page", ""], Encoding.UTF8.GetString(pages.ToArray()).Split('\f').Select(page => page.Trim()));
    }

    [Fact]
    public async Task Text_in_which_a_line_feed_is_no_byte_has_no_blocks_and_is_searched_all_the_same()
    {
        CaseState state = await ReceivedAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"Pay to IBAN {Iban}.\n")]);
        Assert.Null(state.Classification.BlocksOf(Item));
        Assert.Equal(1, state.Classification.Find(Item)!.Categories["iban"]);
    }

    [Fact]
    public async Task What_no_reader_reads_is_unread_and_not_clean()
    {
        CaseState state = await ReceivedAsync([1, 2, 3, 0, 255, 254]);
        Assert.Equal([new("binary", 1)], state.Classification.Find(Item)!.Unread);
        Assert.Null(state.Classification.BlocksOf(Item));
    }

    [Fact]
    public async Task What_stands_in_JSON_with_escapes_is_counted_once()
    {
        CaseState state = await ReceivedAsync(Encoding.UTF8.GetBytes(
            $$"""{"plain":"IBAN {{Iban}}","broken":"IBAN {{Iban}}\nand more","hidden":"IBAN NL91\u0041BNA0417164300","twice":"IBAN {{Iban}}\nIBAN {{Iban}}"}"""));
        Assert.Equal(5, state.Classification.Find(Item)!.Categories["iban"]);
    }

    [Fact]
    public async Task A_body_that_is_not_what_was_sealed_ends_in_a_finding_and_the_case_rests()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        ItemSealed one = (await _authority.StateAsync(@case)).Find(Item)!;
        var path = new SealedPath(@case, Item, one.Attempt);
        byte[] body = _authority.Vault.Body(path)!;
        body[^1] ^= 1;
        _authority.Vault.Tamper(path, body);

        await _authority.Runner.RunAsync(@case, CancellationToken.None);

        CaseState state = await _authority.StateAsync(@case);
        Assert.Equal([new("failed", 1)], state.Classification.Find(Item)!.Unread);
        Assert.Null(state.Classification.BlocksOf(Item));
        Assert.Contains("\"reason\":\"failed\"", Encoding.UTF8.GetString(await ReadAsync(state, Derivation.FindingsOf(Item))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vault")]
    [InlineData("keys")]
    [InlineData("kek")]
    public async Task While_a_store_is_down_nothing_is_said_of_the_item_and_then_it_is_classified(string store)
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        _authority.Faults.Cut(store);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _authority.Classify.RunAsync(@case, Item, CancellationToken.None));
        Assert.Null((await _authority.StateAsync(@case)).Classification.Find(Item));

        _authority.Faults.Cut("nothing");
        await _authority.Classify.RunAsync(@case, Item, CancellationToken.None);
        Assert.Empty((await _authority.StateAsync(@case)).Classification.Find(Item)!.Unread);
    }

    [Fact]
    public async Task Wherever_the_process_dies_the_item_is_classified_once_and_no_envelope_is_left()
    {
        int calls = await DieAsync(at: null);
        Assert.True(calls >= 8, $"Only {calls} calls were made, so this proves little.");
        for (int at = 1; at <= calls; at++)
            await DieAsync(at);
    }

    [Fact]
    public async Task Two_programs_at_once_classify_an_item_once_and_the_other_attempt_counts_for_nothing()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        ClassifyItem first = _authority.Classify;
        _authority.Restart();
        _authority.Faults.After("vault", () => _authority.Classify.RunAsync(@case, Item, CancellationToken.None));
        await first.RunAsync(@case, Item, CancellationToken.None);

        string ledger = await _authority.LedgerTextAsync(@case.ToString());
        Assert.Equal(2, ledger.Split(ItemClassified.EventName).Length);
        Assert.Equal(2, ledger.Split(AttemptAbandoned.EventName).Length);
        await AssertNoneLeftAsync(@case);
    }

    [Fact]
    public async Task Many_at_once_in_one_program_read_an_item_once()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _authority.Classify.RunAsync(@case, Item, CancellationToken.None))));
        Assert.DoesNotContain(AttemptAbandoned.EventName, await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
        await AssertNoneLeftAsync(@case);
    }

    [Fact]
    public async Task The_receipt_does_not_wait()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        List<ItemId> handed = [];
        DateTimeOffset? look = await _authority.Runner.RunAsync(@case, one => handed.Add(one.Item), CancellationToken.None);

        CaseState state = await _authority.StateAsync(@case);
        Assert.Equal(CasePhase.AwaitingDecision, state.Phase);
        Assert.Empty(state.Classification.Items);
        Assert.Equal([CaseState.RequestItem, Item], handed.Distinct());
        Assert.Equal(_authority.Time.Now + TestAuthority.AbandonAfter, look);
        Assert.NotNull(await _authority.Projections.ReadAsync(@case, CancellationToken.None));
    }

    public void Dispose() => _authority.Dispose();

    // A program that dies throws nothing; what comes nearest is a cancellation, which is no fault of a reader.
    private async Task<int> DieAsync(int? at)
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.OpenAsync(("statement", Statement));
        await authority.SendAsync(@case, "statement", Statement);
        int before = authority.Faults.Calls;
        if (at is { } n)
            authority.Faults.AfterCall(before + n, () => throw new OperationCanceledException("Died."));
        try
        {
            await authority.Classify.RunAsync(@case, Item, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
        }

        int calls = authority.Faults.Calls - before;
        authority.Faults.Calm();
        authority.Restart();
        await authority.Runner.RunAsync(@case, CancellationToken.None);
        authority.Time.Advance(TestAuthority.AbandonAfter);
        await authority.Runner.RunAsync(@case, CancellationToken.None);

        string ledger = await authority.LedgerTextAsync(@case.ToString());
        Assert.Equal(2, ledger.Split($"\"item\":\"statement\",\"pack\"").Length);
        await AssertNoneLeftAsync(@case, authority);
        return calls;
    }

    private async Task AssertNoneLeftAsync(CaseId @case, TestAuthority? authority = null)
    {
        authority ??= _authority;
        await authority.VerifyAsync(@case);
        CaseState state = await authority.StateAsync(@case);
        Assert.Empty(state.Classification.Find(Item)!.Unread);
        await foreach (KeyEnvelopeFound one in authority.Keys.ListAsync(@case, CancellationToken.None))
            Assert.Equal(one.Path.Attempt, state.Find(one.Path.Item)?.Attempt);
    }

    private async Task<CaseState> ReceivedAsync(byte[] content) => await _authority.StateAsync(await _authority.ReceivedAsync(("statement", content)));

    private async Task<byte[]> ReadAsync(CaseState state, ItemId item)
    {
        using OpenedItem opened = await OpenAsync(state, item);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    private Task<OpenedItem> OpenAsync(CaseState state, ItemId item) => _authority.ConsultItem.RunAsync(
        TestAuthority.Officer, "session", state.Case, item, "To see what was found in it.", Some.Reviewer, CancellationToken.None);
}
