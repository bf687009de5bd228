using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Receipt;
using Rogatory.Core.Tests.Retention;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class ExtractDisclosureTests
{
    [Fact]
    public async Task An_extract_goes_with_its_proof_and_the_signed_root_of_what_it_is_of()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        ExtractMade made = await scenario.ExtractAsync();
        await scenario.RunAsync();

        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item] });
        Assert.Equal([ExtractScenario.Extract, ExtractScenario.Proof], proposed.Proposal.Items);
        Assert.Equal(proposed.Id, (await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item] })).Id);
        await scenario.Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await scenario.RunAsync();
        FetchedDisclosure fetched = await scenario.FetchAsync(proposed.Id);

        DisclosureManifest manifest = DisclosureManifest.FromJson(Statement.Verify(fetched.Manifest, DisclosureManifest.Type, scenario.Authority.VerificationKeys));
        ManifestExtract said = manifest.Items.Single(item => item.Id == made.Item).Extract!;
        Assert.Equal((DisclosureScenario.Item, ExtractScenario.Proof), (said.Source, said.Proof!.Value));
        Assert.Null(manifest.Items.Single(item => item.Id == ExtractScenario.Proof).Extract);
        BlockProof proof = BlockProof.Parse(await scenario.BytesAsync(ExtractScenario.Proof));
        await proof.VerifyAsync(said.Blocks!.Root, new MemoryStream(await scenario.BytesAsync(made.Item)), CancellationToken.None);
        Assert.Equal((BlockKind.Rows, 21), (said.Blocks.Kind, said.Blocks.Count));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task An_original_of_which_an_extract_was_made_goes_only_for_a_reason()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        await scenario.ExtractAsync();
        await scenario.RunAsync();

        DisclosureState silent = await scenario.ProposeAsync();
        Assert.Equal(DisclosureStep.NotAllowed, silent.Step);
        Assert.Contains(silent.Check!.Findings, one => one.Rule == "RISK-EXTRACTED");
        ProposedDisclosure reasoned = DisclosureScenario.Proposal() with { Facts = DisclosureScenario.Judging(DisclosureScenario.Facts(), "originalNeeded") };
        Assert.Equal(DisclosureStep.Proposed, (await scenario.ProposeAsync(reasoned)).Step);
        reasoned.Facts["risk"]!["extracted"] = false;
        Assert.Equal("proposal-malformed", (await Assert.ThrowsAsync<RefusedException>(() => scenario.ProposeAsync(reasoned))).Slug);
    }

    [Fact]
    public async Task A_word_of_a_special_category_that_became_a_mark_counts_as_found_until_a_person_says_that_it_is_gone()
    {
        byte[] letter = Encoding.UTF8.GetBytes("Dear Mr Vuillemard,\nthe patient suffers from diabetes.\nThe account is closed.\n");
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: letter);
        ExtractMade marked = await scenario.ExtractAsync("""{"remove":[{"categories":["health"]}]}""");
        ExtractMade cut = await scenario.ExtractAsync("""{"keep":[{"lines":"3"}]}""");
        await scenario.RunAsync();

        Assert.True(marked.Marks["health"] > 0);
        Assert.Contains("health", await CategoriesAsync(scenario, marked));
        Assert.DoesNotContain("health", await CategoriesAsync(scenario, cut));
        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [marked.Item] });
        Assert.Contains(proposed.Check!.Findings, one => one.Rule.StartsWith("LED-10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extract_that_nothing_proves_goes_alone_and_says_so()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        ExtractMade made = await scenario.ExtractAsync("""{"remove":[{"columns":["beneficiary name"]}]}""");
        await scenario.RunAsync();

        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item] });
        await scenario.Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await scenario.RunAsync();
        FetchedDisclosure fetched = await scenario.FetchAsync(proposed.Id);

        DisclosureManifest manifest = DisclosureManifest.FromJson(Statement.Verify(fetched.Manifest, DisclosureManifest.Type, scenario.Authority.VerificationKeys));
        Assert.Equal(new ManifestExtract(DisclosureScenario.Item, Proof: null, Blocks: null), Assert.Single(manifest.Items).Extract);
    }

    [Fact]
    public async Task Whoever_was_handed_an_extract_is_told_when_what_it_is_of_is_rectified()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        ExtractMade made = await scenario.ExtractAsync();
        await scenario.RunAsync();
        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item] });
        await scenario.Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await scenario.RunAsync();
        await scenario.FetchAsync(proposed.Id);

        await scenario.RectifyAsync();

        CaseState state = await scenario.Authority.StateAsync(scenario.Case);
        Assert.Contains(state.Corrections.Notices, notice => notice.Disclosure == proposed.Id && notice.Item == DisclosureScenario.Item);
    }

    private static async Task<IEnumerable<string>> CategoriesAsync(DisclosureScenario scenario, ExtractMade made) =>
        (await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [made.Item] })).Proposal.Stated["data"]!["categories"]!.AsArray().Select(code => (string)code!);

    [Fact]
    public void A_manifest_is_refused_whose_extract_names_a_proof_without_blocks_or_blocks_without_a_proof()
    {
        var item = new ManifestItem(ExtractScenario.Extract, 100, new string('0', 80), new string('1', 64), new string('2', 64), new string('3', 64),
            new ManifestExtract(DisclosureScenario.Item, ExtractScenario.Proof, new BlockCommitment(BlockKind.Rows, 21, new byte[32])));
        var json = ManifestItems.ToJson(item);
        Assert.Equal(21, ManifestItems.FromJson(json).Extract!.Blocks!.Count);
        foreach (string member in new[] { "proof", "blocks" })
        {
            var broken = json.DeepClone().AsObject();
            broken["extract"]![member] = null;
            Assert.Throws<InvalidStatementException>(() => ManifestItems.FromJson(broken));
        }
    }
}
