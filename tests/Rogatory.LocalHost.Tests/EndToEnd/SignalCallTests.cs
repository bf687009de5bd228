using System.Text.Json.Nodes;
using Rogatory.Azure.Ledger;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Ledger;

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
