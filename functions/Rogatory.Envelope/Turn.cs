using System.Threading.Tasks.Sources;

namespace Rogatory.Envelope;

/// <summary>
/// Something one lane waits for and another gives it, over and over, each time once. Waiting allocates nothing, and giving never runs
/// the waiter on the giver's thread.
/// </summary>
internal sealed class Turn : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

    public ValueTask WaitAsync() => new(this, _core.Version);

    public void Give() => _core.SetResult(true);

    public void GetResult(short token)
    {
        _core.GetResult(token);
        _core.Reset();
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
