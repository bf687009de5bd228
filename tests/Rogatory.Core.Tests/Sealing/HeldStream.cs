namespace Rogatory.Core.Tests.Sealing;

/// <summary>A sender that sends nothing until it is cut off.</summary>
internal sealed class HeldStream : MemoryStream
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody begins to read.</summary>
    public Task Reached => _reached.Task;

    public void Cut() => _cut.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _reached.TrySetResult();
        await _cut.Task;
        throw new IOException("The connection was cut.");
    }
}
