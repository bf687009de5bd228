namespace Rogatory.LocalHost.Gate;

/// <summary>One turn at a time for each blob, so that a delete and a policy that race are decided one after the other.</summary>
internal sealed class BlobLocks
{
    private readonly Dictionary<BlobPath, Turn> _turns = [];

    public async Task<IDisposable> EnterAsync(BlobPath path, CancellationToken cancellation)
    {
        Turn? turn;
        lock (_turns)
        {
            if (!_turns.TryGetValue(path, out turn)) _turns.Add(path, turn = new Turn(this, path));
            turn.Users++;
        }
        try
        {
            await turn.Gate.WaitAsync(cancellation);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Users > 0) return;
            _turns.Remove(turn.Path);
        }
        turn.Gate.Dispose();
    }

    private sealed class Turn(BlobLocks locks, BlobPath path) : IDisposable
    {
        public BlobPath Path => path;

        public SemaphoreSlim Gate { get; } = new(1);

        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            locks.Leave(this);
        }
    }
}
