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

    // The request, the statement, and what was found in each.
    private const int Bodies = 4;

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Where_all_is_well_everything_is_read_and_no_incident_opened()
    {
        await ReceivedAsync(_authority);

        PatrolReport report = await PatrolAsync();

        Assert.Equal((1, Bodies), (report.Ledgers, report.Bodies));
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
    public async Task The_same_fault_is_one_incident_while_it_is_open_and_met_again_once_a_day()
    {
        SealedPath path = await StatementAsync();
        _authority.Vault.Tamper(path, null);
        await PatrolAsync();
        await SampleAsync();

        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentSeverity.High, path.Case, path.Item), (incident.Severity, incident.Case, incident.Item));
        Assert.Equal(0, (await _authority.IncidentJournal.GetAsync(incident.Incident, CancellationToken.None)).Sightings);

        await PatrolOfNextMonthAsync();
        await SampleAsync();
        Assert.Equal(incident, Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None)));
        Assert.Equal(1, (await _authority.IncidentJournal.GetAsync(incident.Incident, CancellationToken.None)).Sightings);
        Assert.Empty((await SampleAsync()).Faults.Where(one => one.Cause == IncidentCause.LedgerBroken));
    }

    [Fact]
    public async Task A_sample_reads_one_body_of_each_case_and_of_no_more_than_its_share_of_cases()
    {
        for (int number = 0; number < Patrol.SampledCases + 5; number++)
        {
            await _authority.OpenRequest.RunAsync(
                TestAuthority.Partner, TestAuthority.Request($"PNF-{number}", ("statement", [1])), CancellationToken.None);
        }

        PatrolReport report = await _authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None);

        Assert.Equal((Patrol.SampledCases, Patrol.SampledCases, 0), (report.Ledgers, report.Bodies, report.Unread));
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

        // From the second day on the ledger of patrols is among them.
        Assert.Equal(60 + 27, looked.Sum());
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
        await Assert.ThrowsAsync<StorageUnavailableException>(() => other.Patrol.RunAsync(PatrolScope.Share, PatrolBounds.OfTimer, CancellationToken.None));

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

    [Fact]
    public async Task A_share_is_walked_once_however_often_a_timer_asks()
    {
        await ReceivedAsync(_authority);
        Assert.Equal(Bodies, (await PatrolAsync()).Bodies);
        _authority.Restart();
        Assert.Equal(PatrolReport.Empty, await PatrolAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((2 << 20) + 1)]
    public async Task What_is_too_much_for_one_run_is_read_in_several_and_nothing_is_read_twice(long most)
    {
        CaseId @case = await ReceivedAsync(_authority);
        long size = (await _authority.StateAsync(@case)).Sealed.Values.Sum(one => one.Size);
        PatrolReport report = PatrolReport.Empty;
        int runs = 0;
        for (PatrolReport? one = null; one is null || one.Ledgers > 0; runs++)
        {
            one = await PatrolAsync(new PatrolBounds(most, TimeSpan.FromMinutes(1)));
            Assert.InRange(one.Bytes, 0, most + (1 << 20));
            report = report with { Bodies = report.Bodies + one.Bodies, Bytes = report.Bytes + one.Bytes, Faults = [.. report.Faults, .. one.Faults] };
            _authority.Restart();
        }

        Assert.Equal((Bodies, size, 0), (report.Bodies, report.Bytes, report.Faults.Count));
        Assert.True(runs > 2, $"It took {runs} runs, so nothing was stopped.");
    }

    [Theory]
    [InlineData(100)]
    [InlineData((2 << 20) + 100)]
    public async Task A_byte_that_is_flipped_before_or_after_the_place_where_a_run_stopped_is_found(int at)
    {
        SealedPath path = await StatementAsync();
        byte[] body = _authority.Vault.Body(path)!;
        body[at] ^= 1;
        _authority.Vault.Tamper(path, body);
        List<PatrolFault> faults = [];
        for (PatrolReport? one = null; one is null || one.Ledgers > 0;)
        {
            one = await PatrolAsync(new PatrolBounds(1 << 20, TimeSpan.FromMinutes(1)));
            faults.AddRange(one.Faults);
        }

        Assert.Equal(new PatrolFault(IncidentCause.BodyAltered, path.Case, path.Item), Assert.Single(faults));
    }

    [Fact]
    public async Task A_share_that_is_left_over_comes_before_that_of_the_day()
    {
        CaseId @case = await ReceivedAsync(_authority);
        await PatrolAsync(new PatrolBounds(1, TimeSpan.FromMinutes(1)));
        _authority.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Bodies - 1, (await PatrolAsync()).Bodies);
        Assert.Equal(PatrolReport.Empty, await PatrolAsync());
        Assert.Equal(3, (await LinesAsync()).Where(line => line.Contains("\"isFinished\":true", StringComparison.Ordinal)).Count());
        Assert.NotEqual(_authority.Time.Now.Day, Patrol.DayOf(@case));
    }

    [Fact]
    public async Task After_a_long_silence_each_case_has_its_day_and_no_more()
    {
        await ReceivedAsync(_authority);
        await PatrolAsync();
        _authority.Time.Advance(TimeSpan.FromDays(400));
        Assert.InRange((await PatrolAsync()).Bodies, Bodies, 2 * Bodies);
        Assert.Equal(PatrolReport.Empty, await PatrolAsync());
    }

    [Fact]
    public async Task What_an_earlier_month_left_unfinished_in_a_body_is_read_from_its_beginning()
    {
        SealedPath path = await StatementAsync();
        await PatrolAsync(new PatrolBounds(2 << 20, TimeSpan.FromMinutes(1)));
        byte[] body = _authority.Vault.Body(path)!;
        body[100] ^= 1;
        _authority.Vault.Tamper(path, body);
        _authority.Time.Now = _authority.Time.Now.AddMonths(2);
        Assert.Contains((await PatrolAsync()).Faults, one => one.Cause == IncidentCause.BodyAltered);
    }

    [Fact]
    public async Task A_sample_reads_no_body_that_it_has_no_room_for()
    {
        CaseId @case = await ReceivedAsync(_authority);
        long[] small = [.. (await _authority.StateAsync(@case)).Sealed.Values.Select(one => one.Size).Where(size => size < Statement.Length)];
        Assert.Equal(Bodies - 1, small.Length);
        for (int run = 0; run < 10; run++)
            Assert.Contains((await SampleAsync(new PatrolBounds(1 << 20, TimeSpan.FromMinutes(1)))).Bytes, small);
    }

    [Fact]
    public async Task A_run_that_has_no_time_left_looks_at_nothing_more_and_forgets_nothing()
    {
        await ReceivedAsync(_authority);
        Assert.Equal(0, (await PatrolAsync(new PatrolBounds(1 << 20, TimeSpan.Zero))).Ledgers);
        Assert.Equal(Bodies, (await PatrolAsync()).Bodies);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_everything_is_seen_in_the_end(FaultMode mode)
    {
        int calls = await RunAsync(failing: null);
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing);

        async Task<int> RunAsync(int? failing)
        {
            using var authority = new TestAuthority();
            CaseId @case = await ReceivedAsync(authority);
            ItemSealed one = (await authority.StateAsync(@case)).Find(ItemId.Parse("statement"))!;
            var path = new SealedPath(@case, one.Item, one.Attempt);
            byte[] body = authority.Vault.Body(path)!;
            body[^1] ^= 1;
            authority.Vault.Tamper(path, body);
            int before = authority.Faults.Calls;
            if (failing is { } n)
                authority.Faults.Fail(before + n, mode);
            for (PatrolReport? report = null; report is null || report.Ledgers > 0;)
            {
                report = await authority.EventuallyAsync(() =>
                    authority.Patrol.RunAsync(PatrolScope.Share, new PatrolBounds(2 << 20, TimeSpan.FromMinutes(1)), CancellationToken.None));
            }

            int made = authority.Faults.Calls - before;
            Assert.Equal(IncidentCause.BodyAltered, Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None)).Cause);
            return made;
        }
    }

    public void Dispose() => _authority.Dispose();

    private Task<PatrolReport> PatrolAsync(PatrolBounds? bounds = null) =>
        _authority.Patrol.RunAsync(PatrolScope.Share, bounds ?? PatrolBounds.OfTimer, CancellationToken.None);

    private Task<PatrolReport> SampleAsync(PatrolBounds? bounds = null) =>
        _authority.Patrol.RunAsync(PatrolScope.Sample, bounds ?? PatrolBounds.OfTimer, CancellationToken.None);

    private async Task<string[]> LinesAsync() => (await _authority.LedgerTextAsync(PatrolRegister.LedgerName)).Split('\n');

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
        PatrolFault fault = Assert.Single((await PatrolOfNextMonthAsync()).Faults);
        Assert.Equal(new PatrolFault(cause, path.Case, path.Item), fault);
        Assert.Contains(await _authority.Incidents.ListAsync(CancellationToken.None), one => one.Cause == cause && one.Item == path.Item);
    }
}
