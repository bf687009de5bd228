using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Access;

public sealed class ConsultItemTests : IDisposable
{
    private const string Why = "To check the account number against the request.";
    private static readonly byte[] Statement = Encoding.UTF8.GetBytes("booked;amount\n2026-01-02;100.00\n");

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task An_officer_reads_what_the_partner_sent_and_the_reading_is_ledgered()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        Assert.Equal(Statement, await ReadAsync(@case, "statement", "session-1", Why));
        Assert.Contains("access.item-consulted", await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task The_justification_is_sealed_word_for_word_and_stands_nowhere_in_the_clear()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        await ReadAsync(@case, "statement", "session-1", Why);
        Assert.DoesNotContain(Why, await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
        string item = (await _authority.StateAsync(@case)).Sealed.Keys.Single(key => key.StartsWith("request.consultation-", StringComparison.Ordinal));
        Assert.Equal(Why, Encoding.UTF8.GetString(await ReadAsync(@case, item, "session-1", Why)));
    }

    [Fact]
    public async Task A_key_envelope_that_does_not_open_is_said_to_be_altered_and_is_an_incident()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        ItemSealed one = (await _authority.StateAsync(@case)).Find(ItemId.Parse("statement"))!;
        var path = new SealedPath(@case, one.Item, one.Attempt);
        string envelope = Encoding.UTF8.GetString((await _authority.Keys.ReadAsync(path, 0, CancellationToken.None))!);
        int at = envelope.IndexOf("\"encrypted_key\":\"", StringComparison.Ordinal) + 40;
        await _authority.Keys.DestroyAsync(path, 0, CancellationToken.None);
        await _authority.Keys.TryCreateAsync(path, 0, Encoding.UTF8.GetBytes(envelope[..at] + (envelope[at] == 'A' ? 'B' : 'A') + envelope[(at + 1)..]), CancellationToken.None);

        Assert.Equal("item-altered", (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(@case, "statement", "session-1", Why))).Slug);
        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.EnvelopeAltered, @case, one.Item), (incident.Cause, incident.Case, incident.Item));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task Nothing_is_read_where_the_ledger_cannot_be_written()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        _authority.Faults.Cut("ledger");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAsync(@case, "statement", "session-1", Why));
    }

    [Fact]
    public async Task Nothing_is_read_when_the_justification_took_so_long_that_its_attempt_was_abandoned_and_it_can_be_tried_again()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        _authority.Faults.After("keys", () =>
        {
            _authority.Time.Advance(TestAuthority.AbandonAfter);
            return _authority.Runner.RunAsync(@case, CancellationToken.None);
        });

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAsync(@case, "statement", "session-1", Why));

        Assert.Contains("sealing.attempt-abandoned", await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
        Assert.Equal(Statement, await ReadAsync(@case, "statement", "session-1", Why));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task Readings_in_one_session_are_ledgered_once_an_hour()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        for (int time = 0; time < 3; time++)
            await ReadAsync(@case, "statement", "session-1", Why);
        await ReadAsync(@case, "statement", "session-2", Why);
        _authority.Time.Advance(TimeSpan.FromHours(1));
        await ReadAsync(@case, "statement", "session-1", Why);
        Assert.Equal(3, await _authority.ReadingsAsync(@case));
    }

    [Fact]
    public async Task A_reading_for_another_reason_is_a_reading_of_its_own()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        await ReadAsync(@case, "statement", "session-1", Why);
        await ReadAsync(@case, "statement", "session-1", "To copy the booking dates into the report.");
        Assert.Equal(2, await _authority.ReadingsAsync(@case));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   curious   ")]
    [InlineData("a bell \a rings in it")]
    [InlineData("it reads \u202e backwards")]
    public async Task A_reading_without_a_justification_is_refused(string? justification)
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        Assert.Equal("justification-required", (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(@case, "statement", "s", justification))).Slug);
    }

    [Fact]
    public async Task An_item_that_is_not_sealed_is_not_found()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        Assert.Equal("item-not-found", (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(@case, "statement", "s", Why))).Slug);
    }

    public void Dispose() => _authority.Dispose();

    private async Task<byte[]> ReadAsync(CaseId @case, string item, string session, string? justification)
    {
        using OpenedItem opened = await _authority.ConsultItem.RunAsync(
            TestAuthority.Officer, session, @case, ItemId.Parse(item), justification, roles: Some.Reviewer, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }
}
