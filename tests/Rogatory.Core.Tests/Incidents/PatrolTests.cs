using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Tests.Incidents;

public sealed class PatrolTests : IDisposable
{
    private static readonly byte[] Statement = new byte[(3 << 20) + 7];

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Where_all_is_well_everything_is_read_and_no_incident_opened()
    {
        await _authority.ReceivedAsync(("statement", Statement));

        PatrolReport report = await PatrolAsync();

        Assert.Equal((1, 2), (report.Ledgers, report.Bodies));
        Assert.True(report.Bytes > Statement.Length);
        Assert.Empty(report.Faults);
        Assert.Empty(await _authority.Incidents.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_flipped_byte_of_a_body_is_found_wherever_it_is()
    {
        SealedPath path = await StatementAsync();
        byte[] body = _authority.Vault.Body(path)!;
        foreach (int at in new[] { 0, 40, 1 << 20, body.Length - 1 })
        {
            byte[] altered = [.. body];
            altered[at] ^= 1;
            _authority.Vault.Tamper(path, altered);
            await FindsAsync(IncidentCause.BodyAltered, path);
        }
    }

    [Fact]
    public async Task A_body_that_is_gone_or_of_another_length_is_found()
    {
        SealedPath path = await StatementAsync();
        byte[] body = _authority.Vault.Body(path)!;
        _authority.Vault.Tamper(path, body[..^1]);
        await FindsAsync(IncidentCause.BodyMissing, path);
        _authority.Vault.Tamper(path, null);
        await FindsAsync(IncidentCause.BodyMissing, path);
    }

    [Fact]
    public async Task A_body_that_is_protected_for_less_than_its_case_wants_is_found()
    {
        SealedPath path = await StatementAsync();
        DateTimeOffset until = (await _authority.StateAsync(path.Case)).Request.RetainUntil;
        _authority.Vault.Tamper(path, _authority.Vault.Body(path), until.AddDays(-1));
        await FindsAsync(IncidentCause.ProtectionMissing, path);
    }

    [Fact]
    public async Task A_key_envelope_that_is_gone_is_found()
    {
        SealedPath path = await StatementAsync();
        await _authority.Keys.DestroyAsync(path, 0, CancellationToken.None);
        await FindsAsync(IncidentCause.EnvelopeMissing, path);
    }

    [Fact]
    public async Task A_key_envelope_of_another_item_or_of_no_form_is_found()
    {
        SealedPath path = await StatementAsync();
        ItemSealed request = (await _authority.StateAsync(path.Case)).Find(CaseState.RequestItem)!;
        byte[] other = (await _authority.Keys.ReadAsync(new SealedPath(path.Case, request.Item, request.Attempt), 0, CancellationToken.None))!;
        foreach (byte[] wrong in new[] { other, "{}"u8.ToArray() })
        {
            await _authority.Keys.DestroyAsync(path, 0, CancellationToken.None);
            await _authority.Keys.TryCreateAsync(path, 0, wrong, CancellationToken.None);
            await FindsAsync(IncidentCause.EnvelopeAltered, path);
        }
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_is_found()
    {
        SealedPath path = await StatementAsync();
        byte[] ledger = await _authority.Ledgers.ReadAsync(path.Case.ToString(), 0, CancellationToken.None);
        ledger[ledger.Length / 2] ^= 1;
        _authority.Ledgers.Tamper(path.Case.ToString(), ledger);

        PatrolFault fault = Assert.Single((await PatrolAsync()).Faults);

        Assert.Equal(new PatrolFault(IncidentCause.LedgerBroken, path.Case, Item: null), fault);
    }

    [Fact]
    public async Task The_same_fault_is_one_incident_a_day_with_the_clock_that_the_law_sets()
    {
        SealedPath path = await StatementAsync();
        _authority.Vault.Tamper(path, null);
        await PatrolAsync();
        await PatrolAsync();

        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentSeverity.High, path.Case, path.Item), (incident.Severity, incident.Case, incident.Item));
        Deadline clock = Assert.Single(incident.Deadlines);
        Assert.Equal(("LED art. 30(1)", _authority.Time.GetUtcNow().AddHours(72)), (clock.Citation, clock.Due));

        _authority.Time.Advance(TimeSpan.FromDays(1));
        await PatrolAsync();
        Assert.Equal(2, (await _authority.Incidents.ListAsync(CancellationToken.None)).Count);
        Assert.Empty((await PatrolAsync()).Faults.Where(one => one.Cause == IncidentCause.LedgerBroken));
    }

    [Fact]
    public async Task A_case_that_stands_still_is_an_incident_without_a_clock()
    {
        await _authority.Incidents.RunAsync(IncidentCause.WorkPoisoned, Some.Case, CancellationToken.None);
        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal(IncidentSeverity.Low, incident.Severity);
        Assert.Empty(incident.Deadlines);
    }

    [Fact]
    public async Task A_sample_reads_one_body_of_each_case_and_of_no_more_than_its_share_of_cases()
    {
        for (int number = 0; number < Patrol.SampledCases + 5; number++)
        {
            await _authority.OpenRequest.RunAsync(
                TestAuthority.Partner, TestAuthority.Request($"PNF-{number}", ("statement", [1])), CancellationToken.None);
        }

        PatrolReport report = await _authority.Patrol.RunAsync(PatrolScope.Sample, CancellationToken.None);

        Assert.Equal((Patrol.SampledCases, Patrol.SampledCases), (report.Ledgers, report.Bodies));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Storage_that_cannot_be_asked_is_no_fault()
    {
        await StatementAsync();
        _authority.Faults.Cut("vault");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => PatrolAsync());
        Assert.Empty(await _authority.Incidents.ListAsync(CancellationToken.None));
    }

    public void Dispose() => _authority.Dispose();

    private Task<PatrolReport> PatrolAsync() => _authority.Patrol.RunAsync(PatrolScope.Everything, CancellationToken.None);

    private async Task<SealedPath> StatementAsync()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        ItemSealed one = (await _authority.StateAsync(@case)).Find(ItemId.Parse("statement"))!;
        return new SealedPath(@case, one.Item, one.Attempt);
    }

    private async Task FindsAsync(IncidentCause cause, SealedPath path)
    {
        PatrolFault fault = Assert.Single((await PatrolAsync()).Faults);
        Assert.Equal(new PatrolFault(cause, path.Case, path.Item), fault);
        Assert.Contains(await _authority.Incidents.ListAsync(CancellationToken.None), one => one.Cause == cause && one.Item == path.Item);
    }
}
