using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Flow;

/// <summary>Does what is due of holds, dates, erasures and the rotation of keys: the part of <see cref="CaseRunner"/> for them.</summary>
public sealed class RetentionCommands(SettleHolds settle, MarkRetention mark, EraseItems erase, CertifyErasure certify, RotateKeys rotate)
{
    /// <summary>Does one thing that was decided. Safe to do twice.</summary>
    public Task DoAsync(CaseId @case, DueCommand command, CancellationToken cancellationToken) => command switch
    {
        DueCommand.SettleHolds => settle.RunAsync(@case, cancellationToken),
        DueCommand.SetDates => mark.SetDatesAsync(@case, cancellationToken),
        DueCommand.MarkDate one => mark.MarkDateAsync(@case, one.Date, one.At, one.IsPassed, cancellationToken),
        DueCommand.LapseErasure one => mark.LapseAsync(@case, one.Erasure, cancellationToken),
        DueCommand.BeginErasure one => erase.BeginAsync(@case, one.Erasure, cancellationToken),
        DueCommand.EraseEnvelope one => erase.DestroyAsync(one.Path, one.Rotation, cancellationToken),
        DueCommand.CertifyErasure one => certify.RunAsync(@case, one.Erasure, cancellationToken),
        DueCommand.RotateKeys => rotate.RunAsync(@case, cancellationToken),
        _ => throw new InvalidOperationException("A due command without an effect."),
    };
}
