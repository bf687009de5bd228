using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>How far patrols came, in a ledger of their own: who could say otherwise could have a body passed over.</summary>
public sealed class PatrolRegister(ILedgerStore ledgers, TimeProvider time) : Journal<PatrolRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "patrols";

    /// <summary>Every event the ledger can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [ReadingPaused.EventName] = typeof(ReadingPaused),
        [ShareWalked.EventName] = typeof(ShareWalked),
    });

    /// <summary>How far they came.</summary>
    public async Task<PatrolRegisterState> LoadAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(LedgerName, cancellationToken)).State ?? new PatrolRegisterState();

    /// <summary>Records where the reading of a copy stopped.</summary>
    public Task RecordAsync(ReadingPaused paused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paused);
        return AppendAsync(command => [paused with { Command = command }], cancellationToken);
    }

    /// <summary>Records how far a share came, and where within a case it stopped.</summary>
    public async Task<PatrolRegisterState> RecordAsync(DateOnly share, string? after, bool isFinished, ReadingPaused? paused, CancellationToken cancellationToken) =>
        await AppendAsync(command =>
        {
            var walked = new ShareWalked { Command = command, Share = share, After = after, IsFinished = isFinished };
            return paused is null ? [walked] : [walked, paused with { Command = command }];
        }, cancellationToken);

    /// <inheritdoc />
    protected override PatrolRegisterState Fold(PatrolRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new PatrolRegisterState()).Apply(happened, line.Seq);

    private async Task<PatrolRegisterState> AppendAsync(Func<CommandId, IReadOnlyList<LedgerEvent>> make, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("patrol", AttemptId.New().ToString());
        return (await AppendAsync(LedgerName, "system:patrol", command, _ => make(command), cancellationToken)).State!;
    }
}
