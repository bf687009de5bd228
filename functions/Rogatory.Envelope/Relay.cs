using System.Runtime.ExceptionServices;

namespace Rogatory.Envelope;

/// <summary>
/// Runs segments through five steps on a few lanes. Lane k of n handles the segments k, k + n, k + 2n, … with a buffer of its own. Three
/// steps are done in the segments' order, each under a baton that goes round the lanes; between them lanes work side by side. A lane
/// that waits for a baton holds no thread, so whichever thread is free does whatever is ready, and the same lane (most often on the same
/// core) takes its segment from reading to writing.
/// </summary>
/// <remarks>After a failure every lane still takes and passes the batons of its segment, without doing the step, and then leaves.</remarks>
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

    private bool Failed => Volatile.Read(ref _failure) is not null;

    /// <summary>Runs to the end. A lane whose turn never comes is never opened. All lanes are disposed of, whatever happens.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        StartLane(0, stop);

        // Each lane is started by the one before it, before that one ends.
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

    private void StartLane(int number, CancellationTokenSource stop) => _running[number] = Task.Run(() => RunLaneAsync(number, stop));

    private async Task RunLaneAsync(int number, CancellationTokenSource stop)
    {
        TLane? lane = null;
        try
        {
            while (true)
            {
                await _taking.TakeAsync(number);
                var leave = Ended || Failed;
                try
                {
                    if (!leave)
                    {
                        lane ??= OpenLane();
                        await TakeAsync(lane, stop.Token);
                    }
                }
                catch (Exception exception)
                {
                    Fail(exception, stop);
                    leave = true;
                }

                if (!leave && !Ended && number + 1 < lanes && _running[number + 1] is null)
                    StartLane(number + 1, stop);
                _taking.PassFrom(number);
                if (leave)
                    return;

                try
                {
                    if (!Failed)
                        await PrepareAsync(lane!, stop.Token);
                }
                catch (Exception exception)
                {
                    Fail(exception, stop);
                }

                await _chaining.TakeAsync(number);
                try
                {
                    if (!Failed)
                        Chain(lane!);
                }
                catch (Exception exception)
                {
                    Fail(exception, stop);
                }

                _chaining.PassFrom(number);
                try
                {
                    if (!Failed)
                        Complete(lane!);
                }
                catch (Exception exception)
                {
                    Fail(exception, stop);
                }

                await _delivering.TakeAsync(number);
                try
                {
                    if (!Failed)
                        await DeliverAsync(lane!, stop.Token);
                }
                catch (Exception exception)
                {
                    Fail(exception, stop);
                }

                _delivering.PassFrom(number);
            }
        }
        finally
        {
            lane?.Dispose();
        }
    }

    private void Fail(Exception exception, CancellationTokenSource stop)
    {
        if (Interlocked.CompareExchange(ref _failure, exception, null) is null)
            stop.Cancel();
    }
}
