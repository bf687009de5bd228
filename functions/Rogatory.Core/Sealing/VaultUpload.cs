namespace Rogatory.Core.Sealing;

/// <summary>A write-only stream into blocks that stay invisible until <see cref="CommitAsync"/>. Disposing without a commit leaves nothing readable.</summary>
public abstract class VaultUpload : Stream
{
    /// <summary>
    /// Makes the body visible and immutable in one call, then reads the policy back.
    /// Refuses with <see cref="ProtectionMissingException"/> when the policy read back is not the one asked for.
    /// </summary>
    /// <returns>The storage version, or null where storage has none.</returns>
    public abstract Task<string?> CommitAsync(DateTimeOffset retainUntil, CancellationToken cancellationToken);

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <summary>Refused: storage is written asynchronously.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
