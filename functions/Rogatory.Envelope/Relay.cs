using System.Runtime.ExceptionServices;

namespace Rogatory.Envelope;

/// <summary>
/// Runs segments through five steps on a few lanes. Lane k of n handles the segments k, k + n, k + 2n, … with a buffer of its own. Three
/// steps are done in the segments' order, each under a baton that goes round the lanes; between them lanes work side by side. A lane
/// that waits for a baton holds no thread, so whichever thread is free does whatever is ready, and a segment most often stays on one
/// core from reading to writing.
/// </summary>
internal abstract class Relay<TLane>(int lanes)
    where TLane : class, IDisposable
{
    private readonly Baton _taking = new(lanes);
    private readonly Baton _chaining = new(lanes);
    private readonly Baton _delivering = new(lanes);
    private readonly Task?[] _running = new Task?[lanes];
    private Exception? _failure;

    /// <summary>True once the last segment was taken. Written and read under the first baton.</summary>
    protected bool Ended { get; set; }

    /// <summary>
    /// Runs to the end, or until a step fails, and throws what failed first. No step is under way afterwards, and every lane that was
    /// opened is disposed of.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Start(0, stop);

        // A lane is started by the one before it, while that one runs.
        for (var number = 0; number < lanes && _running[number] is { } lane; number++)
            await lane;

        if (_failure is OperationCanceledException)
            cancellationToken.ThrowIfCancellationRequested();
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    protected abstract TLane OpenLane();

    /// <summary>In order: takes the next segment, and sets <see cref="Ended"/> with the last.</summary>
    protected abstract ValueTask TakeAsync(TLane lane, CancellationToken cancellationToken);

    /// <summary>Side by side: what can be done before <see cref="Chain"/>.</summary>
    protected virtual ValueTask PrepareAsync(TLane lane, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>In order.</summary>
    protected abstract void Chain(TLane lane);

    /// <summary>Side by side: what can be done only after <see cref="Chain"/>.</summary>
    protected virtual void Complete(TLane lane)
    {
    }

    /// <summary>In order.</summary>
    protected abstract ValueTask DeliverAsync(TLane lane, CancellationToken cancellationToken);

    private void Start(int number, CancellationTokenSource stop) =>
        _running[number] = Task.Run(() => RunLaneAsync(number, stop), CancellationToken.None);

    private async Task RunLaneAsync(int number, CancellationTokenSource stop)
    {
        TLane? lane = null;
        try
        {
            while (await _taking.TakeAsync(number))
            {
                lane ??= OpenLane();
                await TakeAsync(lane, stop.Token);
                PassTaking(number, stop);
                await PrepareAsync(lane, stop.Token);
                if (!await _chaining.TakeAsync(number))
                    return;
                Chain(lane);
                _chaining.PassFrom(number);
                Complete(lane);
                if (!await _delivering.TakeAsync(number))
                    return;
                await DeliverAsync(lane, stop.Token);
                _delivering.PassFrom(number);
            }
        }
        catch (Exception exception)
        {
            GiveUp(exception, stop);
        }
        finally
        {
            lane?.Dispose();
        }
    }

    private void PassTaking(int number, CancellationTokenSource stop)
    {
        if (Ended)
        {
            _taking.Withdraw();
            return;
        }

        if (number + 1 < lanes && _running[number + 1] is null)
            Start(number + 1, stop);
        _taking.PassFrom(number);
    }

    private void GiveUp(Exception exception, CancellationTokenSource stop)
    {
        if (Interlocked.CompareExchange(ref _failure, exception, null) is not null)
            return;
        _taking.Withdraw();
        _chaining.Withdraw();
        _delivering.Withdraw();
        stop.Cancel();
    }
}
