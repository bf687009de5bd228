namespace Rogatory.TestKit;

/// <summary>A clock that stands still until a test moves it. Timers are real; code under test that waits is given its own.</summary>
public sealed class MovableTime : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now;

    public MovableTime(DateTimeOffset? start = null) => _now = start ?? new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock) return _now;
        }
        set
        {
            lock (_lock) _now = value;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by)
    {
        lock (_lock) _now += by;
    }
}
