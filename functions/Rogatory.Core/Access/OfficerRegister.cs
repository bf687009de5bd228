using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>The officer register: training and undertakings with their dates, in a ledger of its own. Roles are the token issuer's.</summary>
public sealed class OfficerRegister(ILedgerStore ledgers, TimeProvider time) : Journal<OfficerRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "officers";

    private const int MostYears = 5;

    private readonly TimeProvider _time = time;

    /// <summary>Every event the register can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type> { [OfficerRecorded.EventName] = typeof(OfficerRecorded) });

    /// <summary>Records an officer's training and undertaking.</summary>
    /// <exception cref="RefusedException"><c>officer-malformed</c>: a date is more than five years away; <c>officer-own-record</c>: nobody vouches for themselves.</exception>
    public async Task RecordAsync(
        OfficerId admin, OfficerId officer, DateTimeOffset trainedUntil, DateTimeOffset boundUntil, CancellationToken cancellationToken)
    {
        if (admin == officer)
            throw new RefusedException("officer-own-record", "Another admin has to record your training and undertaking.");
        DateTimeOffset latest = _time.GetUtcNow().AddYears(MostYears);
        if (trainedUntil > latest || boundUntil > latest)
            throw RefusedException.Malformed("officer-malformed", trainedUntil > latest ? "/trainedUntil" : "/boundUntil", "A record is valid for at most five years.");
        CommandId command = CommandId.Derive("record-officer", AttemptId.New().ToString());
        var recorded = new OfficerRecorded { Command = command, Officer = officer, TrainedUntil = trainedUntil, BoundUntil = boundUntil };
        await AppendAsync(LedgerName, $"officer:{admin}", command, state =>
            state?.Officers.GetValueOrDefault(officer.ToString()) is { } same && same with { Command = command } == recorded ? [] : [recorded], cancellationToken);
    }

    /// <summary>The officers on record.</summary>
    public async Task<IReadOnlyCollection<OfficerRecorded>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await LoadAsync(LedgerName, cancellationToken)).State?.Officers.Values ?? []];

    /// <summary>The officer's record, or null.</summary>
    public async Task<OfficerRecorded?> FindAsync(OfficerId officer, CancellationToken cancellationToken) =>
        (await LoadAsync(LedgerName, cancellationToken)).State?.Officers.GetValueOrDefault(officer.ToString());

    /// <inheritdoc />
    protected override OfficerRegisterState Fold(OfficerRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new OfficerRegisterState()).Apply(happened, line.Seq);
}
