namespace Rogatory.Core.Tests.Sealing;

/// <summary>A body that must not be touched.</summary>
internal sealed class UnreadableStream : MemoryStream
{
    public override int Read(byte[] buffer, int offset, int count) => throw Touched();

    public override int Read(Span<byte> buffer) => throw Touched();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw Touched();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw Touched();

    private static InvalidOperationException Touched() => new("The body was read before the checks were done.");
}
