using System.Threading.Tasks.Sources;

namespace Rogatory.Envelope;

/// <summary>
/// What one lane waits for and another gives it, over and over, each time once. Waiting allocates nothing, and giving never runs the
/// waiter on the giver's thread.
/// </summary>
internal sealed class Turn : IValueTaskSource<bool>
{
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private int _given;
    private volatile bool _withdrawn;

    /// <summary>True when the turn is given; false when there will be none.</summary>
    public ValueTask<bool> WaitAsync() => new(this, _core.Version);

    public void Give()
    {
        if (Interlocked.Exchange(ref _given, 1) == 0)
            _core.SetResult(true);
    }

    public void Withdraw()
    {
        _withdrawn = true;
        Give();
    }

    public bool GetResult(short token)
    {
        _core.GetResult(token);
        _core.Reset();

        // A full fence: either the withdrawal is seen below, or its giving finds the turn not given.
        Interlocked.Exchange(ref _given, 0);
        return !_withdrawn;
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
