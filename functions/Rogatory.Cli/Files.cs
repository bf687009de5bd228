using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Cli;

/// <summary>The files that a command names.</summary>
internal static class Files
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int BufferBytes = 1 << 20;
    private const int MostJsonBytes = 16 << 20;

    /// <summary>Makes a folder that only its owner can enter, and those above it likewise; one that is there stays as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        // The runtime gives the mode to the last folder only.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above && !Directory.Exists(above)) CreateFolder(above);
        Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a file to be written further, or makes it; only its owner can read it.</summary>
    public static FileStream OpenAppend(string path)
    {
        var file = new FileStream(path, Writing(FileMode.OpenOrCreate));
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    /// <summary>Opens a file to be read from begin to end.</summary>
    public static FileStream OpenRead(string path)
    {
        if (Directory.Exists(path)) throw CommandFailedException.Usage($"{path} is a folder; a file is wanted.");
        return new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 0 });
    }

    /// <summary>Opens a file that only its owner can read, to write at its end; makes it where it is not there.</summary>
    public static FileStream OpenSecretLog(string path)
    {
        var options = Writing(FileMode.Append);
        (options.Options, options.BufferSize) = (FileOptions.None, 0);
        return new FileStream(path, options);
    }

    /// <summary>Writes a file that only its owner can read, and never over another one: for private keys.</summary>
    public static async Task CreateSecretAsync(string path, string text, CancellationToken cancellationToken)
    {
        if (File.Exists(path)) throw CommandFailedException.Usage($"{path} exists already.", "Choose another name: a key that is overwritten is lost.");
        await using var file = new FileStream(path, Writing(FileMode.CreateNew));
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }

    /// <summary>
    /// Writes a file through one beside it, which takes its place only when all is there; so a failure leaves no half file. Only its
    /// owner can read it.
    /// </summary>
    public static async Task<T> ReplaceAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        if (Directory.Exists(path)) throw CommandFailedException.Usage($"{path} is a folder; a file is wanted.");
        var unfinished = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.part";
        try
        {
            T result;
            await using (var file = new FileStream(unfinished, Writing(FileMode.CreateNew)))
                result = await write(file);
            File.Move(unfinished, path, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public static Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        ReplaceAsync(path, async file =>
        {
            await file.WriteAsync(content, cancellationToken);
            return content.Length;
        });

    /// <summary>A file's size and SHA-256.</summary>
    public static async Task<(long Size, byte[] Sha256)> DigestAsync(string path, Action<long> report, CancellationToken cancellationToken)
    {
        await using var file = OpenRead(path);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = await CopyAsync(file, (piece, _) =>
        {
            digest.AppendData(piece.Span);
            return ValueTask.CompletedTask;
        }, report, cancellationToken);
        return (size, digest.GetHashAndReset());
    }

    /// <summary>Hands a stream on in pieces, says how much went, and returns how much there was.</summary>
    public static async Task<long> CopyAsync(
        Stream source, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> take, Action<long> report, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long total = 0;
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await take(buffer.AsMemory(0, read), cancellationToken);
                report(total += read);
            }
            return total;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A JSON object in a file, each member once.</summary>
    public static async Task<JsonObject> ReadJsonAsync(string path, CancellationToken cancellationToken) =>
        ParseJson(await ReadBytesAsync(path, MostJsonBytes, cancellationToken), path);

    public static JsonObject ParseJson(ReadOnlySpan<byte> utf8, string path)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(utf8, documentOptions: options) as JsonObject ?? throw new JsonException("It is not an object.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what the parser throws for names that are no Unicode.
            throw CommandFailedException.Usage($"{path} is not a JSON object: {fault.Message}", inner: fault);
        }
    }

    /// <summary>All of a file that may not be longer than so much.</summary>
    public static async Task<byte[]> ReadBytesAsync(string path, int most, CancellationToken cancellationToken)
    {
        await using var file = OpenRead(path);
        if (file.Length > most) throw CommandFailedException.Usage($"{path} is longer than {PlainText.Size(most)}.");
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static FileStreamOptions Writing(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
