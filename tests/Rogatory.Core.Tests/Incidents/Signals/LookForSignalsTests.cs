using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Ledger;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents.Signals;

public sealed class LookForSignalsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public LookForSignalsTests() => _authority.Time.Now = At(1);

    [Fact]
    public async Task A_signal_opens_an_incident_of_its_officer_and_both_are_on_record()
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 60));
        Assert.Equal([SomeActivity.Day], await LookAsync());

        SignalRaised raised = Assert.Single((await LoadAsync()).Raised);
        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.AnomalySignal, OfficerId.Parse("o-jansen"), raised.Incident), (incident.Cause, incident.Officer!.Value, incident.Incident));
        Assert.Equal(("SIG-VOLUME", 60, 60), (raised.Signal.Rule, raised.Signal.Value, raised.Signal.Entries.Count));
        await VerifyAsync();
    }

    [Fact]
    public async Task A_partners_signal_is_an_incident_of_the_partner()
    {
        await WriteAsync(new SomeActivity().Daily(actor: "partner:fr-pnf").Peers("partner").Add(actor: "partner:fr-pnf", count: 80));
        await LookAsync();
        Assert.Equal(PartnerId.Parse("fr-pnf"), Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None)).Partner);
    }

    [Fact]
    public async Task A_day_without_signals_is_on_record_as_looked_at_and_opens_nothing()
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 8));
        await LookAsync();
        Assert.Equal((SomeActivity.Day, 0), ((await LoadAsync()).Looked!.Value, (await LoadAsync()).Raised.Count));
        Assert.Empty(await _authority.Incidents.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_day_is_looked_at_once_and_not_before_it_is_over()
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 60));
        await LookAsync();
        long size = await VerifyAsync();
        Assert.Empty(await LookAsync());
        _authority.Time.Now = At(1).AddHours(22);
        Assert.Empty(await LookAsync());
        Assert.Equal(size, await VerifyAsync());
        _authority.Time.Now = At(2);
        Assert.Equal([SomeActivity.Day.AddDays(1)], await LookAsync());
    }

    [Fact]
    public async Task Days_that_passed_while_nothing_ran_are_made_up_for()
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 60));
        _authority.Time.Now = At(-4);
        Assert.Single(await LookAsync());
        _authority.Time.Now = At(3);
        Assert.Equal(7, (await LookAsync()).Count);
        Assert.Equal(SomeActivity.Day, Assert.Single((await LoadAsync()).Raised).Signal.Day);

        _authority.Time.Now = At(100);
        Assert.Equal(30, (await LookAsync()).Count);
    }

    [Fact]
    public async Task Two_hosts_that_look_at_once_record_a_day_once()
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 60));
        LookForSignals other = Look(_authority.Ledgers);
        await Task.WhenAll(LookAsync(), other.RunAsync(CancellationToken.None));
        Assert.Single((await LoadAsync()).Raised);
        Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        await VerifyAsync();
    }

    [Fact]
    public async Task A_host_that_is_late_records_no_day_before_one_that_is_on_record()
    {
        var register = new SignalRegister(_authority.Ledgers, _authority.Time);
        await register.RecordAsync(SomeActivity.Day.AddDays(1), [], "p", [], CancellationToken.None);
        await register.RecordAsync(SomeActivity.Day, [], "p", [], CancellationToken.None);
        Assert.Equal((SomeActivity.Day.AddDays(1), 1), ((await LoadAsync()).Looked!.Value, await VerifyAsync()));
    }

    [Fact]
    public void A_line_that_looks_at_a_day_again_can_not_follow()
    {
        var looked = new SignalsLooked { Command = CommandId.Derive("test", "looked"), Day = SomeActivity.Day, Signals = 0, Policy = "p", Unread = [] };
        SignalRegisterState state = new SignalRegisterState().Apply(looked, 0);
        Assert.Throws<CaseHistoryException>(() => state.Apply(looked, 1));
        Assert.Throws<CaseHistoryException>(() => state.Apply(looked with { Day = SomeActivity.Day.AddDays(-1) }, 1));
    }

    [Fact]
    public async Task A_crash_at_any_step_and_a_lost_answer_are_made_up_for_by_the_next_run()
    {
        int calls = await CrashedAsync(call: 0, FaultMode.RequestLost);
        Assert.True(calls > 8, $"{calls} calls");
        foreach (FaultMode mode in Enum.GetValues<FaultMode>())
        {
            for (int call = 1; call <= calls; call++)
                await CrashedAsync(call, mode);
        }
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_together_is_named_and_the_others_are_looked_at()
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 60));
        Assert.True(await _authority.Ledgers.TryAppendAsync("broken", 0, "{}\n"u8.ToArray(), CancellationToken.None));
        await LookAsync();
        Assert.Single((await LoadAsync()).Raised);
        byte[] ledger = await _authority.Ledgers.ReadAsync(SignalRegister.LedgerName, 0, CancellationToken.None);
        Assert.Equal("broken", (string?)LedgerReader.Read(ledger)[^1].Line.Data["unread"]![0]);
    }

    [Theory]
    [InlineData("\"item\":\"statement\"", "\"item\":\"document1\"")]
    [InlineData("\"actor\":\"officer:o-jansen\"", "\"actor\":\"officer:o-bakker\"")]
    public async Task A_ledger_with_a_line_that_was_altered_counts_for_nothing_and_is_named(string written, string altered)
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add(count: 60));
        string ledger = await _authority.LedgerTextAsync(SomeActivity.Case);
        int at = ledger.LastIndexOf(written, ledger.TrimEnd('\n').LastIndexOf('\n'), StringComparison.Ordinal);
        _authority.Ledgers.Tamper(SomeActivity.Case, System.Text.Encoding.UTF8.GetBytes(ledger[..at] + altered + ledger[(at + written.Length)..]));
        await LookAsync();
        Assert.Empty((await LoadAsync()).Raised);
        byte[] signals = await _authority.Ledgers.ReadAsync(SignalRegister.LedgerName, 0, CancellationToken.None);
        Assert.Equal(SomeActivity.Case, (string?)LedgerReader.Read(signals)[^1].Line.Data["unread"]![0]);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(40, true)]
    public async Task Refused_calls_are_a_signal_as_the_gate_writes_them_down(int calls, bool isSignal)
    {
        await WriteAsync(new SomeActivity().Daily().Peers().Add());
        _authority.Time.Now = At(0).AddHours(9);
        var count = new CountRefusals(new RefusalRegister(_authority.Ledgers, _authority.Time), _authority.Incidents, _authority.Time);
        for (int call = 0; call < calls; call++)
            await count.RunAsync(OfficerId.Parse("o-jansen"), null, AccessAct.GetCase, "ACC-ASSIGNMENT", CancellationToken.None);
        _authority.Time.Now = At(1);
        await LookAsync();
        Assert.Equal(isSignal ? ["SIG-REFUSALS"] : [], (await LoadAsync()).Raised.Select(one => one.Signal.Rule));
    }

    public void Dispose() => _authority.Dispose();

    // The day is over an hour after midnight.
    private static DateTimeOffset At(int daysAfter) => new(SomeActivity.Day.AddDays(daysAfter).ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);

    private static LookForSignals Look(ILedgerStore ledgers, TestAuthority authority) =>
        new(ledgers, new SignalRegister(ledgers, authority.Time), new OpenIncident(new IncidentRegister(ledgers, authority.Time), new IncidentJournal(ledgers, authority.Time), authority.Policy, authority.Queue, authority.Time), authority.Policy, authority.Time);

    private static async Task<int> CrashedAsync(int call, FaultMode mode)
    {
        using var authority = new TestAuthority();
        authority.Time.Now = At(1);
        await WriteAsync(new SomeActivity().Daily(20).Peers().Add(count: 60), authority.Ledgers);
        var plan = new FaultPlan();
        if (call > 0)
            plan.Fail(call, mode);
        try
        {
            await Look(new FaultingLedgerStore(authority.Ledgers, plan), authority).RunAsync(CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            Assert.True(plan.Struck);
        }

        int calls = plan.Calls;
        await Look(authority.Ledgers, authority).RunAsync(CancellationToken.None);
        SignalRegisterState state = await new SignalRegister(authority.Ledgers, authority.Time).LoadAsync(CancellationToken.None);
        Assert.Equal((SomeActivity.Day, 1), (state.Looked!.Value, state.Raised.Count));
        Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None));
        return calls;
    }

    private LookForSignals Look(ILedgerStore ledgers) => Look(ledgers, _authority);

    private Task<IReadOnlyList<DateOnly>> LookAsync() => Look(_authority.Ledgers).RunAsync(CancellationToken.None);

    private Task<SignalRegisterState> LoadAsync() => new SignalRegister(_authority.Ledgers, _authority.Time).LoadAsync(CancellationToken.None);

    private Task WriteAsync(SomeActivity activity) => WriteAsync(activity, _authority.Ledgers);

    private static async Task WriteAsync(SomeActivity activity, ILedgerStore ledgers)
    {
        foreach ((string name, LedgerLine[] lines) in activity.Ledgers)
        {
            LedgerTip tip = LedgerTip.Empty;
            foreach (LedgerLine line in lines)
            {
                (ReadOnlyMemory<byte> bytes, _, LedgerTip next) = tip.Append(name, line.At, [new LedgerEntry(line.Actor, line.Event, line.Data)]);
                Assert.True(await ledgers.TryAppendAsync(name, tip.Length, bytes, CancellationToken.None));
                tip = next;
            }
        }
    }

    private async Task<long> VerifyAsync()
    {
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _authority.Ledgers.ReadAsync(SignalRegister.LedgerName, 0, CancellationToken.None)));
        Assert.True(report.Holds, report.Why);
        return report.Size;
    }
}
