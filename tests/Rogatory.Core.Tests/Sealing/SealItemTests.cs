using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Sealing;

public sealed class SealItemTests : IDisposable
{
    private static readonly byte[] Statement = RandomNumberGenerator.GetBytes(3000);

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task A_declared_item_is_sealed_and_recorded()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement), ("letter", Statement));
        Assert.True(await _authority.SendAsync(@case, "statement", Statement));
        ItemSealed one = (await _authority.StateAsync(@case)).Find(ItemId.Parse("statement"))!;
        Assert.Equal(one.Size, _authority.Vault.Body(new SealedPath(@case, one.Item, one.Attempt))!.Length);
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task What_we_seal_has_a_secret_for_the_tree_over_its_blocks()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement), ("letter", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        ItemSealed one = (await _authority.StateAsync(@case)).Find(ItemId.Parse("statement"))!;
        var path = new SealedPath(@case, one.Item, one.Attempt);

        using OpenedItem opened = await OpenedItem.OpenAsync(
            Grants.ForComparison(@case, one.Item), (await _authority.Keys.ReadAsync(path, 0, default))!,
            new SealedReference(Convert.FromHexString(one.Header), Convert.FromHexString(one.Commitment), one.Size),
            _authority.Vault.OpenSource(path, one.Version, one.Size), _authority.KeyWrap, default);

        Assert.True(opened.HasBlockSecret);
    }

    [Fact]
    public async Task The_same_bytes_again_change_nothing()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement), ("letter", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        long size = (await _authority.VerifyAsync(@case)).Size;
        SentItem again = TestAuthority.Sent(@case, "statement", Statement) with { Content = new UnreadableStream() };
        Assert.False(await _authority.SealItem.RunAsync(again, CancellationToken.None));
        Assert.Equal(size, (await _authority.VerifyAsync(@case)).Size);
    }

    [Fact]
    public async Task Other_bytes_for_a_sealed_item_are_refused()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement), ("letter", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        await RefusedAsync("item-already-sealed", TestAuthority.Sent(@case, "statement", [9]));
    }

    [Fact]
    public async Task An_item_that_was_not_declared_is_refused()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await RefusedAsync("item-not-declared", TestAuthority.Sent(@case, "other", Statement));
    }

    [Fact]
    public async Task Another_partners_case_does_not_exist()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await RefusedAsync("case-not-found", TestAuthority.Sent(@case, "statement", Statement) with { Partner = PartnerId.Parse("de-bka") });
    }

    [Fact]
    public async Task A_length_other_than_declared_is_refused_before_the_body_is_read_and_ledgered()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        SentItem shorter = TestAuthority.Sent(@case, "statement", Statement) with { Size = 2999, Content = new UnreadableStream() };
        await RefusedAsync("length-mismatch", shorter);
        Assert.Equal(
            "length-mismatch: The item statement has 2999 bytes, and the request declares 3000.",
            (await Assert.ThrowsAsync<RefusedException>(() => _authority.SealItem.RunAsync(shorter, CancellationToken.None))).Message);
        Assert.Contains("\"reason\":\"length-mismatch\"", await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_other_than_declared_is_refused_before_the_body_is_read_and_the_item_can_be_sent_again()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await RefusedAsync("digest-mismatch", TestAuthority.Sent(@case, "statement", Statement) with { Sha256 = new byte[32], Content = new UnreadableStream() });
        Assert.True(await _authority.SendAsync(@case, "statement", Statement));
        await _authority.VerifyAsync(@case);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_body_that_is_not_as_signed_leaves_nothing_readable(int lengthChange)
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        int envelopes = await CountEnvelopesAsync(@case);
        byte[] body = new byte[Statement.Length + lengthChange];
        await RefusedAsync("body-not-as-signed", TestAuthority.Sent(@case, "statement", Statement) with { Content = new MemoryStream(body) });
        Assert.Equal(envelopes, await CountEnvelopesAsync(@case));
        Assert.Single(_authority.Vault.Committed);
        Assert.True(await _authority.SendAsync(@case, "statement", Statement));
    }

    [Fact]
    public async Task Rejections_are_coalesced_an_hour()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        SentItem wrong = TestAuthority.Sent(@case, "statement", [1]);
        for (int time = 0; time < 5; time++)
            await RefusedAsync("length-mismatch", wrong);
        Assert.Equal(3, (await _authority.VerifyAsync(@case)).Size);
        _authority.Time.Advance(TimeSpan.FromHours(1));
        await RefusedAsync("length-mismatch", wrong);
        Assert.Equal(4, (await _authority.VerifyAsync(@case)).Size);
    }

    [Fact]
    public async Task A_cut_in_the_middle_leaves_nothing_and_the_item_can_be_sent_again()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await Assert.ThrowsAsync<IOException>(() => _authority.SealItem.RunAsync(
            TestAuthority.Sent(@case, "statement", Statement) with { Content = new CutStream(Statement, 1500) }, CancellationToken.None));
        Assert.Single(_authority.Vault.Committed);
        Assert.True(await _authority.SendAsync(@case, "statement", Statement));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task Fifty_senders_of_one_item_seal_it_once_and_leave_one_key()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        bool[] created = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _authority.SendAsync(@case, "statement", Statement))));
        Assert.Single(created, one => one);
        Assert.Single(_authority.Vault.Committed, path => path.Item == ItemId.Parse("statement"));
        Assert.Equal(2, await CountEnvelopesAsync(@case));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task A_body_that_storage_does_not_protect_does_not_count_and_is_an_incident()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        _authority.Vault.Protects = false;
        await Assert.ThrowsAsync<ProtectionMissingException>(() => _authority.SendAsync(@case, "statement", Statement));

        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.ProtectionMissing, @case, ItemId.Parse("statement")), (incident.Cause, incident.Case, incident.Item));
        Assert.Null((await _authority.StateAsync(@case)).Find(ItemId.Parse("statement")));
        _authority.Vault.Protects = true;
        Assert.True(await _authority.SendAsync(@case, "statement", Statement));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_gets_it_when_the_sender_before_is_cut_off_and_who_leaves_takes_none()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        var content = new HeldStream();
        Task<bool> first = _authority.SealItem.RunAsync(TestAuthority.Sent(@case, "statement", Statement) with { Content = content }, CancellationToken.None);
        await content.Reached;
        using var leaving = new CancellationTokenSource();
        Task<bool> left = _authority.SealItem.RunAsync(TestAuthority.Sent(@case, "statement", Statement), leaving.Token);
        Task<bool> second = _authority.SendAsync(@case, "statement", Statement);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        content.Cut();

        await Assert.ThrowsAsync<IOException>(() => first);
        Assert.True(await second);
        await _authority.VerifyAsync(@case);
    }

    public void Dispose() => _authority.Dispose();

    private async Task RefusedAsync(string slug, SentItem sent) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(() => _authority.SealItem.RunAsync(sent, CancellationToken.None))).Slug);

    private async Task<int> CountEnvelopesAsync(CaseId @case)
    {
        int count = 0;
        await foreach (KeyEnvelopeFound _ in _authority.Keys.ListAsync(@case, CancellationToken.None))
            count++;
        return count;
    }
}
