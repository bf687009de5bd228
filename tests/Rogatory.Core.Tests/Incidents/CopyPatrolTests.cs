using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents;

public sealed class CopyPatrolTests : IAsyncLifetime, IDisposable
{
    private const string Region = "westeurope";
    private DisclosureScenario _scenario = null!;
    private DisclosureState _ready = null!;
    private SealedPath _copy;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync()
    {
        _scenario = await DisclosureScenario.StartAsync();
        _ready = await _scenario.ReadyAsync();
        _copy = CopyOf(_ready);
    }

    [Fact]
    public async Task A_copy_that_is_what_was_sealed_is_read_whole_once_and_that_is_on_record()
    {
        PatrolReport report = await PatrolAsync();
        Assert.Equal((1, 0), (report.Copies, report.Faults.Count));
        Assert.Equal(Authority.Outbound.Find(Region, _copy)!.Length, report.Bytes);
        Assert.Equal([DisclosureScenario.Item.ToString()], (await FindAsync()).CheckedCopies);

        Assert.Equal((1, 0), ((await PatrolAsync()).Copies, (await PatrolAsync()).Bytes));
        Assert.Single(await LinesAsync("disclosure.copy-checked"));
        Assert.Empty(await Authority.Incidents.ListAsync(CancellationToken.None));
        await Authority.VerifyAsync(_scenario.Case);
    }

    public static TheoryData<string, CopyFault, Func<byte[], byte[]?>> Faults() => new()
    {
        { "gone", CopyFault.Missing, _ => null },
        { "too short", CopyFault.Missing, body => body[..^1] },
        { "too long", CopyFault.Missing, body => [.. body, 0] },
        { "another header", CopyFault.Altered, body => [body[0], (byte)(body[1] ^ 1), .. body[2..]] },
        { "one byte flipped in the middle", CopyFault.Altered, body => [.. body[..2000], (byte)(body[2000] ^ 1), .. body[2001..]] },
        { "the last byte flipped", CopyFault.Altered, body => [.. body[..^1], (byte)(body[^1] ^ 1)] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_copy_that_is_not_what_was_released_ends_the_disclosure_and_opens_an_incident(string how, CopyFault fault, Func<byte[], byte[]?> tamper)
    {
        Assert.NotEmpty(how);
        Authority.Outbound.Tamper(Region, _copy, tamper(Authority.Outbound.Find(Region, _copy)!));

        await FindsAsync(fault);

        await _scenario.RunAsync();
        DisclosureState ended = await FindAsync();
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.CopyMismatch, fault, true), (ended.Step, ended.End!.Value, ended.CopyFault!.Value, ended.CopiesRemoved));
        Assert.Empty(Authority.Outbound.Names);
        Assert.Null(await Authority.Keys.ReadAsync(_copy, ItemVault.FirstEnvelope, CancellationToken.None));
        Assert.Empty((await _scenario.FetchAsync(_ready.Id)).Items);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Theory]
    [InlineData(CopyFault.Missing)]
    [InlineData(CopyFault.Altered)]
    public async Task A_key_envelope_that_is_not_what_was_released_is_found_as_well(CopyFault fault)
    {
        await Authority.Keys.DestroyAsync(_copy, ItemVault.FirstEnvelope, CancellationToken.None);
        if (fault == CopyFault.Altered)
            await Authority.Keys.TryCreateAsync(_copy, ItemVault.FirstEnvelope, "{}"u8.ToArray(), CancellationToken.None);
        await FindsAsync(fault);
    }

    [Fact]
    public async Task What_was_fetched_stays_fetched_but_nothing_more_is_handed_out_and_an_officer_can_recall_it()
    {
        await _scenario.FetchAsync(_ready.Id);
        string receipt = await _scenario.ReceiptAsync(_ready);
        Authority.Outbound.Tamper(Region, _copy, null);

        await FindsAsync(CopyFault.Missing);
        Assert.Empty((await _scenario.FetchAsync(_ready.Id)).Items);
        await _scenario.RunAsync();
        DisclosureState found = await FindAsync();
        Assert.Equal((DisclosureStep.Fetched, true), (found.Step, found.CopiesRemoved));
        Assert.Null(await Authority.Keys.ReadAsync(_copy, ItemVault.FirstEnvelope, CancellationToken.None));

        // The partner may have had all of it before, and says so; it can still be recalled.
        await _scenario.ReceiveAsync(_ready.Id, receipt);
        await Authority.Recall.RunAsync(DisclosureScenario.Proposer, _ready.Id, RecallMeasure.Erase, "LED art. 7(3)", DisclosureScenario.Why, CancellationToken.None);
        Assert.Equal(DisclosureStep.Recalled, (await FindAsync()).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_over_need_not_be_there()
    {
        await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, _ready.Id, DisclosureScenario.Why, CancellationToken.None);
        Authority.Outbound.Tamper(Region, _copy, null);
        Assert.Equal((0, 0), ((await PatrolAsync()).Copies, (await PatrolAsync()).Faults.Count));

        DisclosureState second = await _scenario.ReadyAsync();
        Authority.Time.Advance(second.Manifest!.ExpiresAt - Authority.Time.Now);
        Authority.Outbound.Tamper(Region, CopyOf(second), null);
        Assert.Empty((await PatrolAsync()).Faults);
        Assert.Empty(await Authority.Incidents.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_is_withdrawn_while_it_is_looked_at_is_no_fault()
    {
        Authority.Faults.After("keys", async () =>
        {
            await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, _ready.Id, DisclosureScenario.Why, CancellationToken.None);
            await _scenario.RunAsync();
        });
        Assert.Empty((await PatrolAsync()).Faults);
        Assert.Empty(await Authority.Incidents.ListAsync(CancellationToken.None));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_copy_that_no_disclosure_waits_for_is_removed_wherever_it_lies()
    {
        byte[] body = Authority.Outbound.Find(Region, _copy)!;
        SealedPath[] stray =
        [
            _copy with { Attempt = AttemptId.New() },
            _copy with { Item = ItemId.Parse("letter") },
            _copy with { Case = CaseId.Of(TestAuthority.Partner, "another") },
        ];
        foreach (SealedPath path in stray)
            Authority.Outbound.Tamper("germanywestcentral", path, body);
        Authority.Outbound.Tamper("germanywestcentral", _copy, body);

        Assert.Equal(4, (await PatrolAsync()).Removed);
        Assert.Equal([(Region, _copy.ToString())], Authority.Outbound.Names);

        await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, _ready.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        Authority.Outbound.Tamper(Region, _copy, body);
        Assert.Equal(1, (await PatrolAsync()).Removed);
        Assert.Empty(Authority.Outbound.Names);
    }

    [Fact]
    public async Task A_copy_that_is_being_made_is_left_alone()
    {
        await _scenario.ApprovedAsync();
        Authority.Faults.After("outbound", async () => Assert.Equal(0, (await PatrolAsync()).Removed));
        await _scenario.RunAsync();
        Assert.Equal(2, Authority.Outbound.Names.Count);
    }

    [Fact]
    public async Task A_large_copy_is_read_in_as_many_runs_as_it_takes_each_from_where_the_last_one_stopped()
    {
        using DisclosureScenario large = await DisclosureScenario.StartAsync(content: new byte[(5 << 20) + 3]);
        DisclosureState ready = await large.ReadyAsync();
        var bounds = new PatrolBounds(2 << 20, TimeSpan.FromMinutes(1));
        List<long> bytes = [];
        for (int run = 0; run < 4; run++)
        {
            bytes.Add((await large.Authority.CopyPatrol.RunAsync(bounds, CancellationToken.None)).Bytes);
            large.Authority.Restart();
        }

        Assert.Equal([2 << 20, 2 << 20, large.Authority.Outbound.Find(Region, CopyOf(ready))!.Length - (4 << 20), 0], bytes);
        Assert.Single((await large.FindAsync(ready.Id)).CheckedCopies);
    }

    [Theory]
    [InlineData(100)]
    [InlineData((3 << 20) + 100)]
    public async Task A_byte_that_is_flipped_before_or_after_the_place_where_a_run_stopped_is_found(int at)
    {
        using DisclosureScenario large = await DisclosureScenario.StartAsync(content: new byte[(5 << 20) + 3]);
        SealedPath copy = CopyOf(await large.ReadyAsync());
        byte[] body = large.Authority.Outbound.Find(Region, copy)!;
        large.Authority.Outbound.Tamper(Region, copy, [.. body[..at], (byte)(body[at] ^ 1), .. body[(at + 1)..]]);
        var bounds = new PatrolBounds(2 << 20, TimeSpan.FromMinutes(1));
        PatrolReport last = PatrolReport.Empty;
        for (int run = 0; run < 3; run++)
            last = await large.Authority.CopyPatrol.RunAsync(bounds, CancellationToken.None);
        Assert.Equal(IncidentCause.CopyMismatch, Assert.Single(last.Faults).Cause);
    }

    [Fact]
    public async Task A_run_that_has_no_time_left_looks_at_nothing_more()
    {
        PatrolReport report = await Authority.CopyPatrol.RunAsync(new PatrolBounds(1 << 20, TimeSpan.Zero), CancellationToken.None);
        Assert.Equal(0, report.Copies);
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_is_an_incident_and_hides_no_other_case()
    {
        byte[] ledger = await Authority.Ledgers.ReadAsync(_scenario.Case.ToString(), 0, CancellationToken.None);
        ledger[ledger.Length / 2] ^= 1;
        Authority.Ledgers.Tamper(_scenario.Case.ToString(), ledger);
        await Authority.Projections.TryWriteAsync(_scenario.Case, "{}"u8.ToArray(), new Dictionary<string, string>(), (await Authority.Projections.ReadAsync(_scenario.Case, default))!.ETag, default);
        Authority.Restart();
        Assert.Equal(IncidentCause.LedgerBroken, Assert.Single((await PatrolAsync()).Faults).Cause);
        Assert.Single(Authority.Outbound.Names);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_a_wrong_copy_is_one_incident_and_one_end(FaultMode mode)
    {
        int calls = await RunAsync(failing: null);
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing);

        async Task<int> RunAsync(int? failing)
        {
            using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
            TestAuthority authority = scenario.Authority;
            DisclosureState ready = await scenario.ReadyAsync();
            byte[] body = authority.Outbound.Find(Region, CopyOf(ready))!;
            authority.Outbound.Tamper(Region, CopyOf(ready), [.. body[..^1], (byte)(body[^1] ^ 1)]);
            int before = authority.Faults.Calls;
            if (failing is { } n)
                authority.Faults.Fail(before + n, mode);
            await authority.EventuallyAsync(() => authority.CopyPatrol.RunAsync(PatrolBounds.OfCall, CancellationToken.None));
            await authority.EventuallyAsync(async () =>
            {
                await scenario.RunAsync();
                return true;
            });
            int made = authority.Faults.Calls - before;
            Assert.Equal((DisclosureStep.Ended, true), ((await scenario.FindAsync(ready.Id)).Step, (await scenario.FindAsync(ready.Id)).CopiesRemoved));
            Assert.Equal(IncidentCause.CopyMismatch, Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None)).Cause);
            Assert.Empty(authority.Outbound.Names);
            await authority.VerifyAsync(scenario.Case);
            return made;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private static SealedPath CopyOf(DisclosureState one) => new(one.Id.Case, DisclosureScenario.Item, one.Released[DisclosureScenario.Item.ToString()].Copy);

    private Task<PatrolReport> PatrolAsync() => Authority.CopyPatrol.RunAsync(PatrolBounds.OfTimer, CancellationToken.None);

    private Task<DisclosureState> FindAsync() => _scenario.FindAsync(_ready.Id);

    private async Task FindsAsync(CopyFault fault)
    {
        IncidentCause cause = fault == CopyFault.Missing ? IncidentCause.CopyMissing : IncidentCause.CopyMismatch;
        Assert.Equal(new PatrolFault(cause, _scenario.Case, DisclosureScenario.Item), Assert.Single((await PatrolAsync()).Faults));
        Assert.Equal(fault, (await FindAsync()).CopyFault);
        IncidentOpened incident = Assert.Single(await Authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((cause, IncidentSeverity.High), (incident.Cause, incident.Severity));
    }

    private async Task<string[]> LinesAsync(string eventName) =>
        [.. (await Authority.LedgerTextAsync(_scenario.Case.ToString())).Split('\n').Where(line => line.Contains($"\"{eventName}\"", StringComparison.Ordinal))];
}
