using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Envelope;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Sealing;

public sealed class AddItemTests : IAsyncLifetime, IDisposable
{
    private static readonly ItemId Accounts = ItemId.Parse("accounts");

    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    private CaseId Case => _scenario.Case;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task What_an_officer_adds_is_sealed_and_recorded_with_who_added_it_and_what_it_holds()
    {
        ItemOrigin origin = new(OriginKind.PartnerState, StateCode.Parse("DE"), "ETS30");
        Assert.True(await AddAsync(SomeItem.Of(Case, "accounts", origin: origin)));

        CaseState state = await Authority.StateAsync(Case);
        ItemAdded added = state.FindAdded(Accounts)!;
        Assert.Equal(["bank-records", "identity"], added.DataCategories);
        Assert.Equal(origin, added.Origin);
        Assert.Equal(state.Find(Accounts)!.Size, Authority.Vault.Body(new SealedPath(Case, Accounts, state.Find(Accounts)!.Attempt))!.Length);
        string[] lines = (await Authority.LedgerTextAsync(Case.ToString())).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^2..];
        Assert.Contains("sealing.item-added", lines[0], StringComparison.Ordinal);
        Assert.Contains("sealing.item-sealed", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.StartsWith("{\"actor\":\"officer:o-jansen\"", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("2025", line[line.IndexOf("\"data\"", StringComparison.Ordinal)..], StringComparison.Ordinal));
        await Authority.VerifyAsync(Case);
    }

    [Fact]
    public async Task Its_name_and_type_are_in_the_key_envelope_and_its_content_can_be_read()
    {
        await AddAsync(SomeItem.Of(Case, "accounts"));
        using OpenedItem opened = await Authority.ConsultItem.RunAsync(
            TestAuthority.Officer, "session", Case, Accounts, "To compare it with the request.", roles: Some.Reviewer, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        Assert.Equal(("accounts of 2025.csv", "text/csv"), (opened.Description.Name, opened.Description.Type));
        Assert.Equal(SomeItem.Content, content.ToArray());
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_is_not_read()
    {
        await AddAsync(SomeItem.Of(Case, "accounts"));
        long size = (await Authority.VerifyAsync(Case)).Size;
        Assert.False(await AddAsync(SomeItem.Of(Case, "accounts") with { Content = new UnreadableStream() }));
        Assert.Equal(size, (await Authority.VerifyAsync(Case)).Size);
    }

    [Fact]
    public async Task Other_bytes_or_another_declaration_for_what_is_there_are_refused()
    {
        await AddAsync(SomeItem.Of(Case, "accounts"));
        await RefusedAsync("item-already-sealed", SomeItem.Of(Case, "accounts", [9]));
        await RefusedAsync("item-already-sealed", SomeItem.Of(Case, "accounts", categories: "health"));
        await RefusedAsync("item-already-sealed", SomeItem.Of(Case, "accounts", origin: new ItemOrigin(OriginKind.PartnerState, StateCode.Parse("DE"), null)));
        await RefusedAsync("item-already-sealed", SomeItem.Of(Case, "accounts") with { Name = "another.csv" });
    }

    [Fact]
    public async Task An_id_that_the_partner_declared_is_the_partners() => await RefusedAsync("item-id-taken", SomeItem.Of(Case, "statement"));

    [Theory]
    [InlineData("request")]
    [InlineData("accounts.findings")]
    public async Task An_id_that_the_program_gives_is_refused(string item) => await RefusedAsync("item-malformed", SomeItem.Of(Case, item));

    [Fact]
    public async Task A_declaration_that_can_not_be_is_refused()
    {
        AddedItem item = SomeItem.Of(Case, "accounts") with { Content = new UnreadableStream() };
        foreach (string name in (string[])["", "../accounts.csv", "a\u202eb.csv", "CON", "a\nb"])
            await RefusedAsync("item-malformed", item with { Name = name });
        foreach (string type in (string[])["", "csv", "text/csv; charset=utf-8", new string('a', 127) + "/b"])
            await RefusedAsync("item-malformed", item with { Type = type });
        await RefusedAsync("item-malformed", item with { DataCategories = ["gossip"] });
        await RefusedAsync("item-malformed", item with { Origin = new ItemOrigin(OriginKind.PartnerState, null, null) });
        await RefusedAsync("item-malformed", item with { Origin = new ItemOrigin(OriginKind.JointTeam, StateCode.Parse("DE"), "gossip") });
        await RefusedAsync("item-malformed", item with { Origin = new ItemOrigin(OriginKind.Own, StateCode.Parse("DE"), null) });
    }

    [Fact]
    public async Task A_case_that_is_not_accepted_takes_nothing_from_officers()
    {
        CaseId open = (await Authority.OpenRequest.RunAsync(
            TestAuthority.Partner, TestAuthority.Request("PNF-2026-0999", ("statement", SomeItem.Content)), CancellationToken.None)).State.Case;
        await RefusedAsync("case-closed", SomeItem.Of(open, "accounts") with { Content = new UnreadableStream() });
        await RefusedAsync("case-not-found", SomeItem.Of(CaseId.OfOurs("nowhere"), "accounts"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_body_that_is_not_as_its_digest_says_leaves_nothing_readable(int lengthChange)
    {
        int before = await _scenario.EnvelopesAsync();
        byte[] body = new byte[SomeItem.Content.Length + lengthChange];
        await RefusedAsync("digest-mismatch", SomeItem.Of(Case, "accounts") with { Content = new MemoryStream(body) });
        Assert.Equal(before, await _scenario.EnvelopesAsync());
        Assert.DoesNotContain(Authority.Vault.Committed, path => path.Item == Accounts);
        Assert.True(await AddAsync(SomeItem.Of(Case, "accounts")));
    }

    [Fact]
    public async Task A_cut_in_the_middle_leaves_nothing_and_the_item_can_be_added_again()
    {
        await Assert.ThrowsAsync<IOException>(() => AddAsync(SomeItem.Of(Case, "accounts") with { Content = new CutStream(SomeItem.Content, 1500) }));
        Assert.Null((await Authority.StateAsync(Case)).FindAdded(Accounts));
        Assert.True(await AddAsync(SomeItem.Of(Case, "accounts")));
        await Authority.VerifyAsync(Case);
    }

    [Fact]
    public async Task Twenty_who_add_one_item_seal_it_once_and_leave_one_key()
    {
        int before = await _scenario.EnvelopesAsync();
        bool[] created = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AddAsync(SomeItem.Of(Case, "accounts")))));
        Assert.Single(created, one => one);
        Assert.Equal(before + 1, await _scenario.EnvelopesAsync());
        await Authority.VerifyAsync(Case);
    }

    [Fact]
    public async Task Where_another_program_was_faster_its_item_counts_and_this_attempt_leaves_no_key()
    {
        int before = await _scenario.EnvelopesAsync();
        AddItem other = Authority.AddItem;
        Authority.Restart();
        Authority.Faults.After("vault", () => other.RunAsync(SomeItem.Of(Case, "accounts"), CancellationToken.None));
        Assert.False(await AddAsync(SomeItem.Of(Case, "accounts")));
        Assert.Equal(before + 1, await _scenario.EnvelopesAsync());
        await Authority.VerifyAsync(Case);
    }

    [Fact]
    public async Task A_case_holds_no_more_added_items_than_its_limit()
    {
        for (int at = 0; at < AddItem.MostItems; at++)
            Assert.True(await AddAsync(SomeItem.Of(Case, $"item-{at}", Encoding.UTF8.GetBytes($"{at}"))));
        await RefusedAsync("case-closed", SomeItem.Of(Case, "one-more"));
        Assert.False(await AddAsync(SomeItem.Of(Case, "item-0", Encoding.UTF8.GetBytes("0"))));
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_the_item_is_added_once_and_nothing_is_left(FaultMode mode)
    {
        for (int failing = 1; ; failing++)
        {
            using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
            TestAuthority authority = scenario.Authority;
            int before = authority.Faults.Calls;
            authority.Faults.Fail(before + failing, mode);
            await authority.EventuallyAsync(() => authority.AddItem.RunAsync(SomeItem.Of(scenario.Case, "accounts"), CancellationToken.None));
            if (!authority.Faults.Struck)
            {
                Assert.True(failing > 7, $"Adding made only {failing - 1} calls, so this proves little.");
                return;
            }

            authority.Time.Advance(TestAuthority.AbandonAfter);
            await authority.EventuallyAsync(async () => await authority.Runner.RunAsync(scenario.Case, CancellationToken.None));

            CaseState state = await authority.StateAsync(scenario.Case);
            Assert.NotNull(state.FindAdded(Accounts));
            await foreach (KeyEnvelopeFound envelope in authority.Keys.ListAsync(scenario.Case, CancellationToken.None))
                Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
            Assert.Equal(2, (await authority.LedgerTextAsync(scenario.Case.ToString())).Split("sealing.item-added").Length);
            await authority.VerifyAsync(scenario.Case);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario.Dispose();

    private Task<bool> AddAsync(AddedItem item) => Authority.AddItem.RunAsync(item, CancellationToken.None);

    private async Task RefusedAsync(string slug, AddedItem item) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(() => AddAsync(item))).Slug);
}
