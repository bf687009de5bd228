using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Sealing;

public sealed class UploadTests : IAsyncLifetime
{
    private const string Item = "image";
    private static readonly byte[] Plaintext = [.. Enumerable.Range(0, 2_500_000).Select(number => (byte)(number % 251))];

    private readonly TestAuthority authority = new();
    private CaseId @case;
    private SealedByPartner sent = null!;

    public async Task InitializeAsync()
    {
        @case = await authority.OpenAsync((Item, Plaintext), ("letter", [1, 2]));
        sent = await SealedByPartner.SealAsync(@case, Item, Plaintext, authority.KeyWrap);
    }

    public async Task DisposeAsync()
    {
        await authority.VerifyAsync(@case);
        authority.Dispose();
    }

    [Fact]
    public async Task An_upload_is_verified_and_sealed_under_an_envelope_of_our_own_and_leaves_nothing_behind()
    {
        UploadGrant grant = await GrantAsync();
        Assert.Equal(sent.Body.Length, grant.Size);
        SealedPath path = await UploadAsync(grant);
        Assert.False(await CompleteAsync(path));
        await RunAsync();

        CaseState state = await authority.StateAsync(@case);
        ItemSealed one = state.Find(ItemId.Parse(Item))!;
        Assert.Equal((path.Attempt, sent.Body.Length, Convert.ToHexStringLower(sent.SealedRoot)), (one.Attempt, one.Size, one.SealedRoot));
        Assert.Empty(state.Uploads);
        Assert.Equal(0, authority.Arrivals.Left);
        Assert.Equal(sent.Body, authority.Vault.Body(path));
        Assert.True(authority.Vault.RetainedUntil(path) >= state.Request.RetainUntil);
        byte[] envelope = (await authority.Keys.ReadAsync(path, 0, default))!;
        Assert.NotEqual(sent.KeyEnvelope, envelope);
        ItemDescription description = await KeyEnvelope.DescribeAsync(Grants.ForComparison(@case, one.Item), envelope, authority.KeyWrap, default);
        Assert.Equal(($"{Item}.csv", "text/csv"), (description.Name, description.Type));
        using OpenedItem opened = await OpenedItem.OpenAsync(
            Grants.ForComparison(@case, one.Item), envelope, new SealedReference(sent.Header, sent.Commitment, one.Size),
            authority.Vault.OpenSource(path, one.Version, one.Size), authority.KeyWrap, default);
        Assert.True(opened.HasBlockSecret);
        Assert.Equal(Plaintext, await ReadAsync());
        Assert.True(await CompleteAsync(path));
    }

    [Fact]
    public async Task A_repeated_completion_changes_nothing_and_another_one_is_refused()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        string ledger = await authority.LedgerTextAsync(@case.ToString());
        Assert.False(await CompleteAsync(path));
        Assert.Equal(ledger, await authority.LedgerTextAsync(@case.ToString()));

        await RefusedAsync("upload-already-completed", () => CompleteAsync(path, sent with { SealedRoot = new byte[32] }));
        await RefusedAsync("upload-already-completed", () => GrantAsync(path.Attempt));
    }

    [Fact]
    public async Task A_body_that_is_swapped_after_completion_and_before_it_is_taken_in_is_rejected()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        byte[] other = sent.Body.ToArray();
        other[^1] ^= 1;
        authority.Arrivals.Upload(path, other);
        await RunAsync();
        await AssertRejectedAsync("upload-mismatch");
    }

    [Fact]
    public async Task A_body_that_is_swapped_while_it_is_verified_changes_nothing()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        authority.Faults.After("arrivals", () =>
        {
            authority.Arrivals.Upload(path, new byte[sent.Body.Length]);
            return Task.CompletedTask;
        });
        await RunAsync();
        Assert.Equal(sent.Body, authority.Vault.Body(path));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("root")]
    [InlineData("vanished")]
    public async Task A_lie_that_shows_only_in_the_body_is_rejected_and_leaves_nothing(string lie)
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        byte[] body = sent.Body.ToArray();
        if (lie == "body")
            body[1_500_000] ^= 1;
        authority.Arrivals.Upload(path, body);
        await CompleteAsync(path, lie == "root" ? sent with { SealedRoot = new byte[32] } : sent);
        if (lie == "vanished")
            authority.Arrivals.Upload(path, null);

        await RunAsync();

        await AssertRejectedAsync("upload-mismatch");
        Assert.Null(authority.Vault.Body(path));
        await RefusedAsync("upload-not-granted", () => CompleteAsync(path));
    }

    [Fact]
    public async Task A_plaintext_that_is_not_the_one_declared_is_refused_though_sealed_well()
    {
        byte[] other = Plaintext.ToArray();
        other[0] ^= 1;
        sent = await SealedByPartner.SealAsync(@case, Item, other, authority.KeyWrap);
        SealedPath path = await UploadAsync(await GrantAsync());

        await RefusedAsync("digest-mismatch", () => CompleteAsync(path));

        Assert.Equal("digest-mismatch", (await authority.StateAsync(@case)).Rejections[Item]);
    }

    [Fact]
    public async Task An_envelope_that_names_the_declared_digest_of_another_plaintext_is_found_out_by_the_body()
    {
        byte[] other = Plaintext.ToArray();
        other[0] ^= 1;
        sent = await SealedByPartner.SealAsync(@case, Item, other, authority.KeyWrap);
        sent = await sent.ClaimAsync(SHA256.HashData(Plaintext), authority.KeyWrap);
        SealedPath path = await UploadAsync(await GrantAsync());
        Assert.False(await CompleteAsync(path));

        await RunAsync();

        await AssertRejectedAsync("upload-mismatch");
    }

    [Fact]
    public async Task An_envelope_that_brings_a_secret_as_only_ours_have_is_refused()
    {
        sent = await SealedByPartner.SealAsync(@case, Item, Plaintext, authority.KeyWrap, forVault: true);
        SealedPath path = await UploadAsync(await GrantAsync());
        await RefusedAsync("key-envelope-invalid", () => CompleteAsync(path));
    }

    [Fact]
    public async Task A_length_other_than_declared_is_refused()
    {
        sent = await SealedByPartner.SealAsync(@case, Item, Plaintext[1..], authority.KeyWrap);
        SealedPath path = await UploadAsync(await GrantAsync());
        await RefusedAsync("length-mismatch", () => CompleteAsync(path));
    }

    [Fact]
    public async Task What_is_not_there_or_has_another_length_can_not_be_completed_and_can_be_later()
    {
        UploadGrant grant = await GrantAsync();
        SealedPath path = Path(grant);
        await RefusedAsync("upload-incomplete", () => CompleteAsync(path));
        authority.Arrivals.Upload(path, sent.Body[1..]);
        await RefusedAsync("upload-incomplete", () => CompleteAsync(path));
        await UploadAsync(grant);
        Assert.False(await CompleteAsync(path));
    }

    [Theory]
    [InlineData("another case")]
    [InlineData("another item")]
    [InlineData("another key")]
    [InlineData("an extra member")]
    [InlineData("a wrong commitment")]
    [InlineData("a wrong header")]
    public async Task A_key_envelope_that_is_not_ours_to_open_for_this_very_body_is_refused(string fault)
    {
        using var otherKey = new InMemoryKeyWrap();
        CaseId otherCase = CaseId.Of(TestAuthority.Partner, "another");
        SealedByPartner lie = fault switch
        {
            "another case" => sent with { KeyEnvelope = (await SealedByPartner.SealAsync(otherCase, Item, Plaintext, authority.KeyWrap)).KeyEnvelope },
            "another item" => sent with { KeyEnvelope = (await SealedByPartner.SealAsync(@case, "letter", Plaintext, authority.KeyWrap)).KeyEnvelope },
            "another key" => await SealedByPartner.SealAsync(@case, Item, Plaintext, otherKey),
            "an extra member" => sent with { KeyEnvelope = [.. sent.KeyEnvelope[..^1], .. ",\"unprotected\":{}}"u8] },
            "a wrong commitment" => sent with { Commitment = new byte[32] },
            _ => sent with { Header = [0x28, .. new byte[39]] },
        };
        SealedPath path = await UploadAsync(await GrantAsync());
        await RefusedAsync("key-envelope-invalid", () => CompleteAsync(path, lie));
    }

    [Fact]
    public async Task Two_uploads_of_one_item_do_not_mix_and_the_first_sealed_one_counts()
    {
        SealedByPartner other = await SealedByPartner.SealAsync(@case, Item, Plaintext, authority.KeyWrap);
        SealedPath first = await UploadAsync(await GrantAsync());
        SealedPath second = Path(await GrantAsync());
        authority.Arrivals.Upload(second, other.Body);
        await CompleteAsync(second, other);
        await CompleteAsync(first);

        await RunAsync();

        CaseState state = await authority.StateAsync(@case);
        AttemptId winner = state.Find(ItemId.Parse(Item))!.Attempt;
        Assert.Contains((winner == first.Attempt ? second : first).Attempt.ToString(), state.Abandoned);
        await AssertNothingLeftAsync(winner);
    }

    [Fact]
    public async Task An_item_that_is_sent_through_the_front_door_meanwhile_wins()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        await authority.SendAsync(@case, Item, Plaintext);
        AttemptId winner = (await authority.StateAsync(@case)).Find(ItemId.Parse(Item))!.Attempt;
        await RefusedAsync("item-already-sealed", () => CompleteAsync(path));
        await RefusedAsync("item-already-sealed", () => GrantAsync());

        await RunAsync();

        Assert.NotEqual(path.Attempt, winner);
        await AssertNothingLeftAsync(winner);
    }

    [Fact]
    public async Task An_item_that_is_sealed_while_an_upload_of_it_is_verified_stays_and_the_upload_is_abandoned()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        authority.Faults.After("vault", () => authority.SendAsync(@case, Item, Plaintext));

        await RunAsync();

        AttemptId winner = (await authority.StateAsync(@case)).Find(ItemId.Parse(Item))!.Attempt;
        Assert.NotEqual(path.Attempt, winner);
        await AssertNothingLeftAsync(winner);
    }

    [Fact]
    public async Task An_upload_that_is_never_completed_lapses_and_is_cleared_away()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await RunAsync();
        Assert.Equal(1, authority.Arrivals.Left);
        authority.Time.Advance(GrantUpload.UploadLife);
        await RefusedAsync("upload-expired", () => CompleteAsync(path));
        await RefusedAsync("upload-expired", () => GrantAsync(path.Attempt));

        await authority.Sweep.RunAsync(default);
        await RunAsync();

        await AssertNothingLeftAsync(winner: null);
        await RefusedAsync("upload-not-granted", () => CompleteAsync(path));
    }

    [Fact]
    public async Task A_link_is_renewed_for_the_same_upload_without_a_line_and_never_beyond_its_end()
    {
        UploadGrant grant = await GrantAsync();
        string ledger = await authority.LedgerTextAsync(@case.ToString());
        authority.Time.Advance(GrantUpload.UploadLife - TimeSpan.FromMinutes(10));

        UploadGrant renewed = await GrantAsync(grant.Attempt);

        Assert.Equal((grant.Attempt, grant.Until, grant.Until, false), (renewed.Attempt, renewed.Until, renewed.LinkUntil, renewed.IsNew));
        Assert.Equal(ledger, await authority.LedgerTextAsync(@case.ToString()));
    }

    [Fact]
    public async Task At_most_four_uploads_of_an_item_are_open_at_once()
    {
        for (int open = 0; open < GrantUpload.MostOpen; open++)
            await GrantAsync();
        await RefusedAsync("too-many-uploads", () => GrantAsync());
        await authority.GrantUpload.RunAsync(TestAuthority.Partner, @case, ItemId.Parse("letter"), null, default);
        authority.Time.Advance(GrantUpload.UploadLife);
        await GrantAsync();
    }

    [Fact]
    public async Task Another_partner_finds_no_case_and_an_upload_of_one_item_is_none_of_another()
    {
        PartnerId other = PartnerId.Parse("de-gba");
        SealedPath path = await UploadAsync(await GrantAsync());
        await RefusedAsync("case-not-found", () => authority.GrantUpload.RunAsync(other, @case, path.Item, null, default));
        await RefusedAsync("case-not-found", () => authority.CompleteUpload.RunAsync(sent.Completes(path, other), default));
        await RefusedAsync("upload-not-granted", () => CompleteAsync(path with { Item = ItemId.Parse("letter") }));
        await RefusedAsync("upload-not-granted", () => authority.GrantUpload.RunAsync(TestAuthority.Partner, @case, ItemId.Parse("letter"), path.Attempt, default));
        await RefusedAsync("upload-not-granted", () => CompleteAsync(path with { Attempt = AttemptId.New() }));
        await RefusedAsync("item-not-declared", () => authority.GrantUpload.RunAsync(TestAuthority.Partner, @case, ItemId.Parse("other"), null, default));
    }

    [Fact]
    public async Task A_case_that_is_refused_meanwhile_takes_no_upload_and_keeps_nothing_of_it()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        var refusal = new ProposedDecision(DecisionKind.Refuse, "political-offence", "UNCAC art. 44(15)", "It is one.");
        try
        {
            await authority.DecideRequest.RunAsync(TestAuthority.Officer, @case, refusal, default);
        }
        catch (RefusedException notHere)
        {
            Assert.Fail(notHere.Message);
        }

        await RunAsync();

        Assert.Null((await authority.StateAsync(@case)).Find(path.Item));
        await AssertNothingLeftAsync(winner: null);
        await RefusedAsync("case-closed", () => GrantAsync());
    }

    [Fact]
    public async Task A_vault_that_does_not_protect_stops_the_admission_and_opens_an_incident()
    {
        SealedPath path = await UploadAsync(await GrantAsync());
        await CompleteAsync(path);
        authority.Vault.Protects = false;
        await Assert.ThrowsAsync<ProtectionMissingException>(RunAsync);
        Assert.Contains("protection-missing", await authority.LedgerTextAsync("incidents"), StringComparison.Ordinal);

        authority.Vault.Protects = true;
        await RunAsync();
        Assert.NotNull((await authority.StateAsync(@case)).Find(path.Item));
    }

    private Task<UploadGrant> GrantAsync(AttemptId? attempt = null) =>
        authority.GrantUpload.RunAsync(TestAuthority.Partner, @case, ItemId.Parse(Item), attempt, default);

    private SealedPath Path(UploadGrant grant) => new(@case, ItemId.Parse(Item), grant.Attempt);

    private Task<SealedPath> UploadAsync(UploadGrant grant)
    {
        authority.Arrivals.Upload(Path(grant), sent.Body);
        return Task.FromResult(Path(grant));
    }

    private Task<bool> CompleteAsync(SealedPath path, SealedByPartner? said = null) =>
        authority.CompleteUpload.RunAsync((said ?? sent).Completes(path), default);

    private Task<DateTimeOffset?> RunAsync() => authority.Runner.RunAsync(@case, default);

    private async Task<byte[]> ReadAsync()
    {
        using OpenedItem opened = await authority.ConsultItem.RunAsync(
            TestAuthority.Officer, "session", @case, ItemId.Parse(Item), "To check it against the request.", roles: Some.Reviewer, default);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, default);
        return content.ToArray();
    }

    private async Task AssertRejectedAsync(string reason)
    {
        CaseState state = await authority.StateAsync(@case);
        Assert.Null(state.Find(ItemId.Parse(Item)));
        Assert.Equal(reason, state.Rejections[Item]);
        await AssertNothingLeftAsync(winner: null);
    }

    private async Task AssertNothingLeftAsync(AttemptId? winner)
    {
        Assert.Empty((await authority.StateAsync(@case)).Uploads);
        Assert.Equal(0, authority.Arrivals.Left);
        await foreach (KeyEnvelopeFound envelope in authority.Keys.ListAsync(@case, default))
            Assert.True(envelope.Path.Item == ItemId.Request || envelope.Path.Item.IsOurs || envelope.Path.Attempt == winner, "An envelope is left.");
    }

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
