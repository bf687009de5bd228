using Microsoft.Win32.SafeHandles;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>A sealed body in a file that need not be there before it is first read.</summary>
internal sealed class SealedFile(string path, long length) : ISealedSource, IDisposable
{
    private readonly Lock _opening = new();
    private SafeFileHandle? _file;

    public long Length { get; } = length;

    public async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (!destination.IsEmpty)
        {
            var read = await RandomAccess.ReadAsync(Open(), destination, offset, cancellationToken);
            if (read == 0) throw new EndOfStreamException();
            (offset, destination) = (offset + read, destination[read..]);
        }
    }

    public void Dispose() => _file?.Dispose();

    private SafeFileHandle Open()
    {
        lock (_opening) return _file ??= File.OpenHandle(path, options: FileOptions.Asynchronous);
    }
}
