using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>Which days were looked at for signals, and what there was, in a ledger of its own.</summary>
public sealed class SignalRegister(ILedgerStore ledgers, TimeProvider time) : Journal<SignalRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "signals";

    /// <summary>Every event the ledger can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [SignalRaised.EventName] = typeof(SignalRaised),
        [SignalsLooked.EventName] = typeof(SignalsLooked),
    });

    /// <summary>The register as it is.</summary>
    /// <exception cref="LedgerBrokenException">It does not hold together.</exception>
    public async Task<SignalRegisterState> LoadAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(LedgerName, cancellationToken)).State ?? new SignalRegisterState();

    /// <summary>Records a day with its signals, unless that day, or a later one, was recorded meanwhile.</summary>
    internal Task RecordAsync(
        DateOnly day, IReadOnlyList<(Signal Signal, IncidentId Incident)> raised, string policy, IReadOnlyList<string> unread, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("look-for-signals", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return AppendAsync(LedgerName, IncidentReport.Program, command, state => state?.Looked >= day
            ? []
            : [
                .. raised.Select(one => new SignalRaised { Command = command, Signal = one.Signal, Incident = one.Incident }),
                new SignalsLooked { Command = command, Day = day, Signals = raised.Count, Policy = policy, Unread = unread },
            ], cancellationToken);
    }

    /// <inheritdoc />
    protected override SignalRegisterState Fold(SignalRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new SignalRegisterState()).Apply(happened, line.Seq);
}
