using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>The ledger of refused calls.</summary>
public sealed class RefusalRegister(ILedgerStore ledgers, TimeProvider time) : Journal<RefusalRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "refusals";

    /// <summary>Every event the ledger can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type> { [CallRefused.EventName] = typeof(CallRefused) });

    /// <summary>Records it once, whichever hosts say it.</summary>
    public Task RecordAsync(string actor, CallRefused refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return AppendAsync(LedgerName, actor, refused.Command, _ => [refused], cancellationToken);
    }

    /// <inheritdoc />
    protected override RefusalRegisterState Fold(RefusalRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        new((state?.Commands ?? []).Add(happened.Command.ToString()));
}
