using System.Text.Json.Nodes;
using Rogatory.Azure.Ledger;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Ledger;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class SignalCallTests(SystemUnderTest system)
{
    private Callers Callers => system.Callers;

    [Fact]
    public async Task A_signal_is_shown_with_its_reasons_and_yesterday_is_looked_at_once_the_system_is_up()
    {
        Officer dpo = Callers.Officer("dpo");
        string yesterday = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", null);
        await Eventually.TrueAsync("a day was looked at", async () => (string?)(await dpo.GetAsync("/signals")).Is(200).Json["lookedUntil"] is { } day && string.CompareOrdinal(day, yesterday) >= 0);

        var signal = new Signal(
            "SIG-VOLUME", SignalMeasure.Volume, "officer:o-shown", new DateOnly(2026, 1, 2), 1, 60, new Baseline(28, 7, 1, 16.5), null, [new ActivityEntry("7K3Q-F2M9-X4TD", 4)]);
        await AppendAsync(new SignalRaised { Command = CommandId.Derive("test", "shown"), Signal = signal, Incident = IncidentId.Of(IncidentCause.AnomalySignal, new IncidentPlace(), 1) });
        JsonObject shown = (await dpo.GetAsync("/signals?since=2026-01-02")).Is(200).Json["signals"]!.AsArray().Select(one => one!.AsObject()).Single(one => (string?)one["actor"] == "officer:o-shown");
        Assert.Equal(("SIG-VOLUME", "volume", 60, 16.5), ((string)shown["rule"]!, (string)shown["measure"]!, (int)shown["value"]!, (double)shown["own"]!["threshold"]!));
        Assert.Equal(("LED art. 25(2)", null, 4), ((string)shown["citation"]!, shown["peers"], (int)shown["entries"]![0]!["seq"]!));
        Assert.DoesNotContain("o-shown", (await dpo.GetAsync("/signals?since=2026-01-03")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_signal_is_about_is_shown_neither_it_nor_the_ledger_that_holds_it()
    {
        var signal = new Signal("SIG-VOLUME", SignalMeasure.Volume, "officer:o-watched", new DateOnly(2026, 1, 5), 1, 60, new Baseline(28, 7, 1, 16.5), null, []);
        await AppendAsync(new SignalRaised { Command = CommandId.Derive("test", "watched"), Signal = signal, Incident = IncidentId.Of(IncidentCause.AnomalySignal, new IncidentPlace(), 1) });
        Officer watched = Callers.Officer("auditor", "o-watched");
        Assert.DoesNotContain("o-watched", (await watched.GetAsync("/signals")).Is(200).Text, StringComparison.Ordinal);
        (await watched.GetAsync("/registers/signals/ledger")).Refuses(403, "own-incident");
        Assert.Contains("o-watched", (await Callers.Officer("auditor").GetAsync("/signals")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incidents")]
    [InlineData("keys")]
    [InlineData("patrols")]
    [InlineData("refusals")]
    [InlineData("signals")]
    public async Task The_ledger_of_a_register_is_handed_to_auditors_and_holds(string register)
    {
        LedgerReport check = LedgerCheck.Check(new MemoryStream((await Callers.Officer("auditor").GetAsync($"/registers/{register}/ledger")).Is(200).Body));
        Assert.True(check.Holds || check.Size == 0, check.Why);
        (await Callers.Officer("admin").GetAsync($"/registers/{register}/ledger")).Refuses(403, "role-required");
    }

    [Fact]
    public async Task The_ledger_of_incidents_is_not_handed_to_whom_one_of_them_is_about()
    {
        await Callers.Enrolled.EnrolAsync("officer-seven");
        JsonObject body = new() { ["cause"] = "other", ["officer"] = "officer-seven", ["description"] = "It is looked into what was read." };
        (await Callers.Officer("dpo").PostAsync("/incidents", SampleRequests.ToBytes(body))).Is(201);
        (await Callers.Officer("auditor", "officer-seven").GetAsync("/registers/incidents/ledger")).Refuses(403, "own-incident");
        foreach (string other in (string[])["officers", "7K3Q-F2M9-X4TD", "incident-7k3q-f2m9-x4td", "Signals"])
            (await Callers.Officer("auditor").GetAsync($"/registers/{other}/ledger")).Refuses(404, "register-not-found");
    }

    [Fact]
    public async Task Signals_are_for_data_protection_officers_and_auditors_to_read()
    {
        foreach (string role in (string[])["intake", "reviewer", "approver", "admin"])
            (await Callers.Officer(role).GetAsync("/signals")).Refuses(403, "role-required");
        (await Callers.Officer("auditor").GetAsync("/signals")).Is(200);
        (await Callers.GetAsync("/signals")).Refuses(401, "token-missing");
        (await Callers.Officer("dpo").GetAsync("/signals?since=yesterday")).Refuses(400, "query-malformed");
    }

    [Fact]
    public async Task Calls_that_the_gate_refuses_count_for_whom_it_refused_as_many_as_it_wrote_down()
    {
        Officer probing = Callers.Officer("intake", "o-probing");
        for (int call = 0; call < 15; call++)
            (await probing.GetAsync("/signals")).Refuses(403, "role-required");
        byte[] ledger = await new BlobLedgerStore(system.Storage.Container("ledger")).ReadAsync(RefusalRegister.LedgerName, 0, CancellationToken.None);
        var table = new ActivityTable();
        new ActivityReader(table, DateOnly.MinValue).Read(RefusalRegister.LedgerName, LedgerReader.ReadAfter(LedgerTip.Empty, RefusalRegister.LedgerName, ledger).Lines);
        // Ten of the fifteen, or fewer where an hour began in their midst.
        Assert.InRange(table.Actors["officer:o-probing"].Values.Sum(day => day.Refusals), 5, 15);
    }

    private async Task AppendAsync(LedgerEvent happened)
    {
        var ledgers = new BlobLedgerStore(system.Storage.Container("ledger"));
        (_, LedgerTip tip) = LedgerReader.ReadAfter(LedgerTip.Empty, SignalRegister.LedgerName, await ledgers.ReadAsync(SignalRegister.LedgerName, 0, CancellationToken.None));
        (ReadOnlyMemory<byte> bytes, _, _) = tip.Append(SignalRegister.LedgerName, TimeProvider.System.GetUtcNow(), [EventCodec.Encode(IncidentReport.Program, happened)]);
        Assert.True(await ledgers.TryAppendAsync(SignalRegister.LedgerName, tip.Length, bytes, CancellationToken.None));
    }
}
