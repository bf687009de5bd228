using Rogatory.Core.Access;
using Rogatory.Core.Incidents;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Access;

public sealed class CountRefusalsTests : IDisposable
{
    private static readonly OfficerId Officer = OfficerId.Parse("o-jansen");
    private readonly FaultPlan _faults = new();
    private readonly TestAuthority _authority;
    private readonly CountRefusals _count;

    public CountRefusalsTests()
    {
        _authority = new TestAuthority(_faults);
        _count = Counting();
    }

    [Fact]
    public async Task A_burst_is_counted_in_six_lines_and_opens_one_incident_about_its_officer()
    {
        for (int call = 0; call < 1200; call++)
            await RefuseAsync();
        Assert.Equal([1, 5, 10, 50, 100, 1000], await LinesAsync());
        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.RefusedCalls, Officer), (incident.Cause, incident.Officer));
    }

    [Fact]
    public async Task Each_hour_act_rule_and_actor_is_counted_by_itself_and_what_two_hosts_say_once()
    {
        await RefuseAsync();
        await _count.RunAsync(Officer, null, AccessAct.GetCase, "ACC-COURSE", CancellationToken.None);
        await _count.RunAsync(Officer, null, AccessAct.GetRisk, "ACC-ROLE", CancellationToken.None);
        await _count.RunAsync(null, TestAuthority.Partner, AccessAct.GetRequest, "ACC-PARTNER", CancellationToken.None);
        await Counting().RunAsync(Officer, null, AccessAct.GetCase, "ACC-ROLE", CancellationToken.None);
        Assert.Equal([1, 1, 1, 1], await LinesAsync());
        _authority.Time.Advance(TimeSpan.FromHours(1));
        await RefuseAsync();
        Assert.Equal(5, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task That_storage_fails_changes_nothing_for_who_is_refused()
    {
        _faults.Cut("ledger");
        await RefuseAsync();
        Assert.Empty(await LinesAsync());
    }

    public void Dispose() => _authority.Dispose();

    private CountRefusals Counting() =>
        new(new RefusalRegister(new FaultingLedgerStore(_authority.Ledgers, _faults), _authority.Time), _authority.Incidents, _authority.Time);

    private Task RefuseAsync() => _count.RunAsync(Officer, null, AccessAct.GetCase, "ACC-ROLE", CancellationToken.None);

    private async Task<IReadOnlyList<int>> LinesAsync() =>
        [.. (await _authority.LedgerTextAsync(RefusalRegister.LedgerName)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (int)System.Text.Json.Nodes.JsonNode.Parse(line)!["data"]!["atLeast"]!)];
}
