using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>Opens incidents, in a ledger of their own, and wakes the case that one is about: it is at a higher risk.</summary>
public sealed class OpenIncident(ILedgerStore ledgers, ICaseQueue queue, TimeProvider time) : Journal<IncidentRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "incidents";

    private static readonly TimeSpan ToSupervisoryAuthority = TimeSpan.FromHours(72);

    private readonly TimeProvider _time = time;

    /// <summary>Every event the ledger can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type> { [IncidentOpened.EventName] = typeof(IncidentOpened) });

    /// <summary>Opens an incident of a case, or of none.</summary>
    public Task RunAsync(IncidentCause cause, CaseId? @case, CancellationToken cancellationToken) => RunAsync(cause, @case, item: null, cancellationToken);

    /// <summary>Opens an incident. The same cause at the same place is recorded once a day, so that who repeats it can't fill the ledger.</summary>
    public Task RunAsync(IncidentCause cause, CaseId? @case, ItemId? item, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _time.GetUtcNow();
        CommandId command = CommandId.Derive(
            "open-incident", $"{cause}", $"{@case}", $"{item}", now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        bool isBreach = cause != IncidentCause.WorkPoisoned;
        var opened = new IncidentOpened
        {
            Command = command,
            Cause = cause,
            Severity = isBreach ? IncidentSeverity.High : IncidentSeverity.Low,
            Case = @case,
            Item = item,
            Deadlines = isBreach
                ? [new Deadline("incident.notify-supervisory-authority", now + ToSupervisoryAuthority, "LED art. 30(1)", [])]
                : [],
        };
        return AppendAsync(LedgerName, "system:patrol", command, _ => [opened], cancellationToken);
    }

    /// <summary>The incidents on record.</summary>
    public async Task<IReadOnlyList<IncidentOpened>> ListAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(LedgerName, cancellationToken)).State?.Open ?? [];

    /// <inheritdoc />
    protected override async Task AppendedAsync(string name, Snapshot<IncidentRegisterState> after, CancellationToken cancellationToken)
    {
        // One that stands still is not woken by saying so.
        if (after.State!.Open[^1] is not { Case: { } @case, Severity: IncidentSeverity.High })
            return;
        try
        {
            await queue.WakeAsync(@case, ledgerLength: 0, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // The incident stands, and no case waits longer than a day.
        }
    }

    /// <inheritdoc />
    protected override IncidentRegisterState Fold(IncidentRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new IncidentRegisterState()).Apply(happened, line.Seq);
}
