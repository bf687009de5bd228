using System.Net.Sockets;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Holds one silent connection to Azurite, whose end tells at once that Azurite died, and so may have lost the state of its last
/// seconds; whatever is missing is put back as soon as it answers again. Azurite ends a silent connection itself after a minute
/// or so, which costs one listing of the state.
/// </summary>
internal sealed class UpstreamWatch(Uri origin, Upstream upstream, ProtectionState state) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    public void Start() => _watching = WatchAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await HoldOneAsync(cancellation);
            }
            catch (Exception exception) when (exception is SocketException or UpstreamUnavailableException)
            {
                await Task.Delay(BetweenAttempts, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task HoldOneAsync(CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(origin.DnsSafeHost, origin.Port, cancellation);
        try
        {
            await state.EnsureCurrentAsync();
            await socket.ReceiveAsync(new byte[1], cancellation);
        }
        finally
        {
            upstream.NoteFailure();
        }
    }
}
