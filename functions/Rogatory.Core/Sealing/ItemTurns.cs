using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>
/// Lets those who send the same item at once take turns, so that only the first one's body is stored. Within one program only: between
/// programs the ledger decides, and the later body counts for nothing.
/// </summary>
internal sealed class ItemTurns
{
    private readonly Dictionary<(CaseId, ItemId), Queue<TaskCompletionSource>> _waiting = [];

    /// <summary>Waits for a turn. Whoever takes it passes it on.</summary>
    /// <returns>True when another had it meanwhile, so that what was known of the item may be out of date.</returns>
    public async Task<bool> TakeAsync(CaseId @case, ItemId item, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            if (_waiting.TryAdd((@case, item), new Queue<TaskCompletionSource>()))
                return false;
            _waiting[(@case, item)].Enqueue(turn);
        }

        using CancellationTokenRegistration gone = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
        return true;
    }

    /// <summary>Gives the turn to the next one that still waits.</summary>
    public void Pass(CaseId @case, ItemId item)
    {
        lock (_waiting)
        {
            Queue<TaskCompletionSource> next = _waiting[(@case, item)];
            while (next.TryDequeue(out TaskCompletionSource? turn))
            {
                if (turn.TrySetResult())
                    return;
            }

            _waiting.Remove((@case, item));
        }
    }
}
