using Rogatory.Core;

namespace Rogatory.TestKit.Faults;

/// <summary>
/// Counts the calls to every store that shares it, and lets one of them fail. A test runs a flow once to learn how many calls it makes,
/// then once for every call and mode.
/// </summary>
public sealed class FaultPlan
{
    private int calls;
    private int failing;
    private FaultMode mode;
    private volatile string? unreachable;
    private (string Store, Func<Task> Happening)? next;
    private (int Call, Func<Task> Happening)? interleaved;

    /// <summary>How many calls were made.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>True once the call that was to fail has failed.</summary>
    public bool Struck => failing > 0 && Calls >= failing;

    /// <summary>Lets the <paramref name="call"/>-th call from the beginning fail, counted from 1; every other one works.</summary>
    public void Fail(int call, FaultMode how)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(call, Calls);
        (failing, mode) = (call, how);
    }

    /// <summary>Lets every call to a store fail from here on.</summary>
    public void Cut(string store) => unreachable = store;

    /// <summary>Lets something happen once, right after the next call to a store.</summary>
    public void After(string store, Func<Task> happening) => next = (store, happening);

    /// <summary>Lets something happen once, right after the <paramref name="call"/>-th call from the beginning.</summary>
    public void AfterCall(int call, Func<Task> happening)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(call, Calls);
        interleaved = (call, happening);
    }

    /// <summary>Lets nothing more fail, or happen between calls.</summary>
    public void Calm() => (failing, next, interleaved) = (0, null, null);

    internal async Task<T> CallAsync<T>(string store, Func<Task<T>> call)
    {
        if (store == unreachable)
            throw new StorageUnavailableException(store);
        var number = Interlocked.Increment(ref calls);
        var fails = number == failing;
        if (fails && mode == FaultMode.RequestLost)
            throw new StorageUnavailableException(store);
        var answer = await call();
        if (next is { } due && due.Store == store)
        {
            next = null;
            await due.Happening();
        }

        if (interleaved is { } between && between.Call == number)
            await between.Happening();
        return fails ? throw new StorageUnavailableException(store) : answer;
    }

    internal Task CallAsync(string store, Func<Task> call) =>
        CallAsync(store, async () =>
        {
            await call();
            return true;
        });

    /// <summary>One call however many things it lists.</summary>
    internal async IAsyncEnumerable<T> ListAsync<T>(string store, IAsyncEnumerable<T> call)
    {
        var listed = await CallAsync(store, async () =>
        {
            List<T> all = [];
            await foreach (var one in call)
                all.Add(one);
            return all;
        });
        foreach (var one in listed)
            yield return one;
    }
}
