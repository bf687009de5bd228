using Xunit;

namespace Rogatory.TestKit;

/// <summary>Waits for what another process or the queue worker does on its own.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Task TrueAsync(string what, Func<Task<bool>> condition) =>
        GetAsync(what, async () => await condition() ? "" : null);

    public static async Task<T> GetAsync<T>(string what, Func<Task<T?>> find)
        where T : class
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await find() is { } found) return found;
            Assert.False(deadline.IsCancellationRequested, $"It did not happen in {Patience}: {what}");
            await Task.Delay(Pause);
        }
    }
}
