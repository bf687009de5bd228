namespace Rogatory.Core.Tests.Sealing;

/// <summary>A connection that breaks after some bytes.</summary>
internal sealed class CutStream(byte[] content, int cutAt) : MemoryStream(content, 0, cutAt)
{
    public override int Read(Span<byte> buffer) => Checked(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Checked(base.Read(buffer, offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(base.Read(buffer.Span)));

    private static int Checked(int count) => count > 0 ? count : throw new IOException("The connection was cut.");
}
