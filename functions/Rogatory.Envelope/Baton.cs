namespace Rogatory.Envelope;

/// <summary>Goes round the lanes of a relay in order, so that one step is done for one segment at a time and in the segments' order.</summary>
internal sealed class Baton
{
    private readonly Turn[] _turns;

    public Baton(int lanes)
    {
        _turns = new Turn[lanes];
        for (var lane = 0; lane < lanes; lane++)
            _turns[lane] = new Turn();
        _turns[0].Give();
    }

    /// <summary>False when the baton was withdrawn.</summary>
    public ValueTask<bool> TakeAsync(int lane) => _turns[lane].WaitAsync();

    public void PassFrom(int lane) => _turns[(lane + 1) % _turns.Length].Give();

    /// <summary>Whoever waits for it, or will, goes without.</summary>
    public void Withdraw()
    {
        foreach (var turn in _turns)
            turn.Withdraw();
    }
}
