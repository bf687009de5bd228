using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Classification.Reading;
using Rogatory.Core.Tests.Retention;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class MakeExtractTests : IAsyncLifetime
{
    private DisclosureScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await ExtractScenario.StartAsync();

    public Task DisposeAsync()
    {
        _scenario.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_extract_is_an_item_of_its_own_with_a_proof_of_what_stands_in_it_word_for_word()
    {
        ExtractMade made = await _scenario.ExtractAsync();

        CaseState state = await _scenario.Authority.StateAsync(_scenario.Case);
        Assert.Equal((ExtractScenario.Extract, DisclosureScenario.Item, ExtractScenario.Proof), (made.Item, made.Source, made.Proof));
        Assert.Equal(state.Find(DisclosureScenario.Item)!.SealedRoot, made.SourceRoot);
        Assert.Equal(["keep:rows", "remove:categories"], made.Selectors);
        Assert.Equal(["person-name"], made.Categories);
        Assert.Equal(2, made.Marks["person-name"]);
        string extract = await _scenario.ReadAsync(made.Item);
        Assert.Equal(11, extract.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("Delacroix", extract, StringComparison.Ordinal);

        BlocksCommitted blocks = state.Classification.BlocksOf(DisclosureScenario.Item)!;
        BlockProof proof = BlockProof.Parse(await _scenario.BytesAsync(made.Proof!.Value));
        await proof.VerifyAsync(blocks.ToCommitment().Root, new MemoryStream(Encoding.UTF8.GetBytes(extract)), CancellationToken.None);
        Assert.Equal([new BlockRange(0, 4), new BlockRange(5, 3), new BlockRange(9, 2)], proof.Kept);
        Assert.Equal([new BlockRange(4, 1), new BlockRange(8, 1)], proof.Changed);
        await _scenario.Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Pages_taken_out_as_text_are_proven_by_the_blocks_that_were_recorded_when_the_item_was_classified()
    {
        byte[] pdf = PdfMaker.OnePage(PdfMaker.Line("The first page"))
            .Set(2, "<</Type/Pages/Kids[3 0 R 20 0 R 22 0 R]/Count 3>>")
            .Set(20, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 21 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
            .Stream(21, "", "")
            .Set(22, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 23 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
            .Stream(23, "", PdfMaker.Line("The third page")).Make();
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: pdf);

        ExtractMade made = await scenario.ExtractAsync("""{"keep":[{"pages":"2-3"}],"as":"text"}""");

        BlockProof proof = BlockProof.Parse(await scenario.BytesAsync(made.Proof!.Value));
        Assert.Equal((BlockKind.Pages, 3), (proof.Kind, proof.Count));
        Assert.Equal([new BlockRange(1, 2)], proof.Kept);
        string text = await scenario.ReadAsync(made.Item);
        Assert.Equal(3, text.Split('\f').Length);
        Assert.Contains("The third page", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reading_stands_in_the_ledger_and_nothing_that_was_removed_or_chosen_does()
    {
        await _scenario.ExtractAsync("""{"remove":[{"columns":["beneficiary name"]}]}""");

        string ledger = await _scenario.Authority.LedgerTextAsync(_scenario.Case.ToString());
        Assert.Contains("\"access.item-consulted\"", ledger, StringComparison.Ordinal);
        Assert.Contains("\"remove:columns\"", ledger, StringComparison.Ordinal);
        foreach (string sensitive in new[] { "Delacroix", "beneficiary", "March" })
            Assert.DoesNotContain(sensitive, ledger, StringComparison.OrdinalIgnoreCase);
        ExtractMade made = (await _scenario.Authority.StateAsync(_scenario.Case)).Extracts.Find(ExtractScenario.Extract)!;
        Assert.Contains("beneficiary name", await _scenario.ReadAsync(made.Reasons), StringComparison.Ordinal);
        Assert.Null(made.Proof);
    }

    [Fact]
    public async Task The_same_asked_twice_is_one_and_another_gets_the_next_number()
    {
        ExtractMade first = await _scenario.ExtractAsync();
        int envelopes = await _scenario.EnvelopesAsync();
        Assert.Equal(first.Item, (await _scenario.ExtractAsync()).Item);
        Assert.Equal(envelopes, await _scenario.EnvelopesAsync());
        Assert.Equal("statement.extract-2", (await _scenario.ExtractAsync("""{"keep":[{"rows":"1-3"}]}""")).Item.ToString());
        Assert.Equal("statement.extract-3", (await _scenario.ExtractAsync(why: "The same for another part of the proceedings.")).Item.ToString());
        await _scenario.Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Extracts_made_at_once_get_numbers_of_their_own()
    {
        string[] made = [.. (await Task.WhenAll(Enumerable.Range(1, 4).Select(row => Task.Run(() => _scenario.ExtractAsync($$"""{"keep":[{"rows":"{{row}}"}]}"""))))).Select(one => one.Item.ToString())];

        Assert.Equal(Enumerable.Range(1, 4).Select(number => $"statement.extract-{number}"), made.Order(StringComparer.Ordinal));
        _scenario.Authority.Time.Advance(TestAuthority.AbandonAfter);
        await _scenario.RunAsync();
        CaseState state = await _scenario.Authority.StateAsync(_scenario.Case);
        await foreach (var envelope in _scenario.Authority.Keys.ListAsync(_scenario.Case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        await _scenario.Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Blocks_that_were_recorded_before_the_keys_rotated_are_proven_after()
    {
        await _scenario.RunAsync();
        CaseState before = await _scenario.Authority.StateAsync(_scenario.Case);
        await _scenario.Authority.BeginRotation.RunAsync(TestAuthority.Officer, CancellationToken.None);
        for (int round = 0; round < 3; round++)
        {
            await _scenario.Authority.AdvanceRotation.RunAsync(CancellationToken.None);
            await _scenario.Authority.Sweep.RunAsync(CancellationToken.None);
            await _scenario.RunAsync();
        }
        Assert.Equal(1, (await _scenario.Authority.StateAsync(_scenario.Case)).RotationOf(DisclosureScenario.Item));

        ExtractMade made = await _scenario.ExtractAsync();

        BlockProof proof = BlockProof.Parse(await _scenario.BytesAsync(made.Proof!.Value));
        await proof.VerifyAsync(before.Classification.BlocksOf(DisclosureScenario.Item)!.ToCommitment().Root, new MemoryStream(await _scenario.BytesAsync(made.Item)), CancellationToken.None);
    }

    [Fact]
    public async Task An_extract_is_classified_like_any_item()
    {
        ExtractMade made = await _scenario.ExtractAsync();
        await _scenario.RunAsync();

        CaseState state = await _scenario.Authority.StateAsync(_scenario.Case);
        Assert.True(state.Classification.Find(DisclosureScenario.Item)!.Categories["person-name"] > 0);
        Assert.False(state.Classification.Find(made.Item)!.Categories.ContainsKey("person-name"));
        Assert.Null(state.Classification.Find(made.Proof!.Value));
    }

    [Fact]
    public async Task An_extract_dies_with_what_it_is_of()
    {
        await _scenario.ExtractAsync();
        Assert.True(Derivation.Covers([DisclosureScenario.Item], ExtractScenario.Proof));
        await _scenario.RestrictAsync();

        CaseState state = await _scenario.Authority.StateAsync(_scenario.Case);
        Assert.True(state.Corrections.IsRestricted(ExtractScenario.Extract));
        await RefusedAsync("item-restricted", () => _scenario.ExtractAsync("""{"keep":[{"rows":"1"}]}"""));
        await RefusedAsync("item-restricted", () => _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [ExtractScenario.Extract] }));
    }

    [Fact]
    public async Task An_extract_of_what_is_rectified_goes_with_the_correction()
    {
        await _scenario.RectifyAsync();
        ExtractMade made = await _scenario.ExtractAsync();
        await _scenario.RunAsync();

        await RefusedAsync("item-rectified", () => _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item] }));
        ItemId correction = ItemId.Parse("statement.rectification-1");
        Assert.Equal(
            [made.Item, made.Proof!.Value, correction],
            (await _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item, correction] })).Proposal.Items);
    }

    [Fact]
    public async Task What_is_restricted_is_extracted_by_nobody()
    {
        // An approver may read what is restricted, and still makes no extract of it.
        await _scenario.RestrictAsync();
        await RefusedAsync("item-restricted", () => _scenario.Authority.MakeExtract.RunAsync(
            DisclosureScenario.Approver, ExtractScenario.Session, new HashSet<OfficerRole> { OfficerRole.Approver }, _scenario.Case, DisclosureScenario.Item,
            ExtractScenario.Request("""{"keep":[{"rows":"1"}]}"""), ExtractScenario.Why, CancellationToken.None));
    }

    [Theory]
    [InlineData("item-not-found", "letter", """{"keep":[{"rows":"1"}]}""")]
    [InlineData("extract-not-possible", "statement.extract-1", """{"keep":[{"rows":"1"}]}""")]
    [InlineData("extract-not-possible", "statement.findings", """{"keep":[{"lines":"1"}]}""")]
    [InlineData("extract-empty", "statement", """{"keep":[{"rows":"900"}]}""")]
    [InlineData("extract-nothing-removed", "statement", """{"remove":[{"rows":"900"}]}""")]
    [InlineData("extract-not-possible", "statement", """{"keep":[{"pages":"1"}]}""")]
    public async Task What_cannot_be_made_is_refused_by_its_slug_and_leaves_no_extract(string slug, string source, string request)
    {
        await _scenario.ExtractAsync();
        await RefusedAsync(slug, () => _scenario.ExtractAsync(request, source: ItemId.Parse(source)));

        Assert.Single((await _scenario.Authority.StateAsync(_scenario.Case)).Extracts.Made);
        await _scenario.Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task An_extract_needs_reasons_and_an_accepted_case_and_a_classified_item()
    {
        await RefusedAsync("reasons-required", () => _scenario.ExtractAsync(why: "short"));
        TestAuthority authority = _scenario.Authority;
        CaseId undecided = (await authority.OpenRequest.RunAsync(TestAuthority.Partner, TestAuthority.Request("PNF-2026-0999", ("statement", ExtractScenario.Table)), CancellationToken.None)).State.Case;
        await authority.SendAsync(undecided, "statement", ExtractScenario.Table);
        _scenario.Case = undecided;
        await RefusedAsync("case-closed", () => _scenario.ExtractAsync());
    }

    [Fact]
    public async Task Findings_words_and_a_proof_without_its_extract_go_to_nobody()
    {
        ExtractMade made = await _scenario.ExtractAsync();
        foreach (ItemId item in new[] { ItemId.Parse("statement.findings"), made.Reasons, ExtractScenario.Proof })
            await RefusedAsync("proposal-malformed", () => _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [item] }));
    }

    private static async Task RefusedAsync(string slug, Func<Task> attempt) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(attempt)).Slug);
}
