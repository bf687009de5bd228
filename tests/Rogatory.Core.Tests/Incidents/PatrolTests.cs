using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents;

public sealed class PatrolTests : IDisposable
{
    private static readonly byte[] Statement = new byte[(3 << 20) + 7];

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Where_all_is_well_everything_is_read_and_no_incident_opened()
    {
        await ReceivedAsync(_authority);

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

        await PatrolOfNextMonthAsync();
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
    public async Task The_shares_of_28_days_are_all_cases_once()
    {
        for (int number = 0; number < 60; number++)
        {
            await _authority.OpenRequest.RunAsync(
                TestAuthority.Partner, TestAuthority.Request($"PNF-{number}", ("statement", [1])), CancellationToken.None);
        }

        _authority.Time.Now = new DateTimeOffset(2027, 2, 1, 1, 0, 0, TimeSpan.Zero);
        List<long> looked = [];
        for (; _authority.Time.Now.Month == 2; _authority.Time.Advance(TimeSpan.FromDays(1)))
            looked.Add((await PatrolAsync()).Ledgers);

        Assert.Equal(60, looked.Sum());
        Assert.True(looked.Max() < 15, "The days share unevenly.");
    }

    [Fact]
    public async Task A_ledger_written_anew_at_the_same_length_is_found_by_the_checkpoint()
    {
        CaseId @case = await ReceivedAsync(_authority);
        await _authority.MakeCheckpoint.RunAsync(CancellationToken.None);
        string right = await _authority.LedgerTextAsync(@case.ToString());
        int last = right.LastIndexOf("000Z", StringComparison.Ordinal);
        _authority.Ledgers.Tamper(@case.ToString(), Encoding.UTF8.GetBytes($"{right[..last]}001Z{right[(last + 4)..]}"));

        // Neither the ledger itself nor the next checkpoint can tell.
        Assert.True((await _authority.VerifyAsync(@case)).Holds);
        await _authority.MakeCheckpoint.RunAsync(CancellationToken.None);

        Assert.Equal(new PatrolFault(IncidentCause.LedgerShrunk, @case, Item: null), Assert.Single((await PatrolAsync()).Faults));
        Assert.Equal(IncidentCause.LedgerShrunk, Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None)).Cause);
    }

    [Fact]
    public async Task A_broken_checkpoint_is_a_fault_and_hides_no_other()
    {
        SealedPath path = await StatementAsync();
        await _authority.Statements.TryCreateAsync(Checkpoints.NameOf(0), "x"u8.ToArray(), CancellationToken.None);
        _authority.Vault.Tamper(path, null);

        PatrolReport report = await PatrolAsync();

        Assert.Equal([IncidentCause.CheckpointBroken, IncidentCause.BodyMissing], report.Faults.Select(one => one.Cause));
        Assert.Equal(2, (await _authority.Incidents.ListAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_fault_that_was_seen_is_an_incident_although_storage_then_fails()
    {
        await BodylessAsync(_authority);
        int before = _authority.Faults.Calls;
        await PatrolAsync();
        int calls = _authority.Faults.Calls - before;

        using var other = new TestAuthority();
        await BodylessAsync(other);
        other.Faults.Fail(other.Faults.Calls + calls, FaultMode.RequestLost);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => other.Patrol.RunAsync(PatrolScope.Share, CancellationToken.None));

        Assert.Equal(IncidentCause.BodyMissing, Assert.Single(await other.Incidents.ListAsync(CancellationToken.None)).Cause);

        static async Task BodylessAsync(TestAuthority authority)
        {
            CaseId @case = await ReceivedAsync(authority);
            ItemSealed first = (await authority.StateAsync(@case)).Find(CaseState.RequestItem)!;
            authority.Vault.Tamper(new SealedPath(@case, first.Item, first.Attempt), null);
        }
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

    private Task<PatrolReport> PatrolAsync() => _authority.Patrol.RunAsync(PatrolScope.Share, CancellationToken.None);

    private Task<PatrolReport> PatrolOfNextMonthAsync()
    {
        _authority.Time.Now = _authority.Time.Now.AddMonths(1);
        return PatrolAsync();
    }

    /// <summary>A case, on the day of its share.</summary>
    private static async Task<CaseId> ReceivedAsync(TestAuthority authority)
    {
        CaseId @case = await authority.ReceivedAsync(("statement", Statement));
        while (authority.Time.Now.Day != Patrol.DayOf(@case))
            authority.Time.Advance(TimeSpan.FromDays(1));
        return @case;
    }

    private async Task<SealedPath> StatementAsync()
    {
        CaseId @case = await ReceivedAsync(_authority);
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
