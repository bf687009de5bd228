using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Reports;
using Rogatory.Core.Tests.Receipt;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Reports;

/// <summary>Ledgers that a test writes line by line, and the report over them.</summary>
internal sealed class MadeLedgers : IDisposable
{
    public static readonly ReportPeriod November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
    private static readonly PolicySet Policy = PolicySet.Load();

    private readonly Dictionary<string, LedgerTip> _tips = new(StringComparer.Ordinal);
    private readonly TestSigner _signer = new();

    public InMemoryLedgerStore Ledgers { get; } = new();

    public InMemoryStatementStore Statements { get; } = new();

    public MovableTime Time { get; } = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

    public async Task<MadeLedgers> AddAsync(string ledger, DateTimeOffset at, string actor, params LedgerEvent[] events)
    {
        foreach (LedgerEvent one in events)
            await AppendAsync(ledger, at, EventCodec.Encode(actor, one));
        return this;
    }

    /// <summary>An event of a version to come.</summary>
    public Task AddUnknownAsync(string ledger, DateTimeOffset at) =>
        AppendAsync(ledger, at, new LedgerEntry("system:flow", "retention.thing-done", new JsonObject { ["command"] = Some.Command().ToString() }));

    public MakeReport Maker => Make(ledgers: null);

    public Task<Report> ReportAsync(ReportPeriod? period = null, ILedgerStore? ledgers = null) =>
        Make(ledgers).RunAsync("Openbaar Ministerie", period ?? November, CancellationToken.None);

    public async Task<IReadOnlyList<ReportEntry>> EntriesAsync(string figure, ReportPeriod? period = null)
    {
        List<ReportEntry> entries = [];
        await foreach (ReportEntry one in Make(null).EntriesAsync(figure, period ?? November, CancellationToken.None))
            entries.Add(one);
        return entries;
    }

    public Task CheckpointAsync() => new MakeCheckpoint(
        new Checkpoints(Statements, Keys), Ledgers, Statements, _signer, Keys,
        new OpenIncident(new IncidentRegister(Ledgers, Time), new IncidentJournal(Ledgers, Time), Policy, new InMemoryCaseQueue(), Time), Time).RunAsync(CancellationToken.None);

    public static ReportFigure Figure(Report report, string id) => report.Tables
        .SelectMany(table => table.Rows).SelectMany(row => row.Figures).Single(figure => figure.Id == id);

    public static long Count(Report report, string id) => report.Tables
        .SelectMany(table => table.Rows).SelectMany(row => row.Figures).SingleOrDefault(figure => figure.Id == id)?.Count ?? 0;

    public void Dispose() => _signer.Dispose();

    private IReadOnlyList<VerificationKey> Keys => [_signer.Published];

    private MakeReport Make(ILedgerStore? ledgers) => new(
        ledgers ?? Ledgers, new Checkpoints(Statements, Keys), Policy, new HomeAuthority(StateCode.Parse("NL"), "westeurope", IsReplicatedToPair: false, ["EU"], "Mutual assistance desk"), Time);

    private async Task AppendAsync(string ledger, DateTimeOffset at, LedgerEntry entry)
    {
        LedgerTip tip = _tips.GetValueOrDefault(ledger, LedgerTip.Empty);
        (ReadOnlyMemory<byte> bytes, _, LedgerTip next) = tip.Append(ledger, at, [entry]);
        Assert.True(await Ledgers.TryAppendAsync(ledger, tip.Length, bytes, CancellationToken.None));
        _tips[ledger] = next;
    }
}
