using System.Net;

namespace Rogatory.Cli.Http;

/// <summary>A file as a call's content, read as it is sent.</summary>
internal sealed class FileContent : HttpContent
{
    private readonly string _path;
    private readonly long _size;
    private readonly Action<long> _report;

    /// <param name="path">The file.</param>
    /// <param name="size">The size it had when its digest was taken.</param>
    /// <param name="report">Told how much has been sent.</param>
    /// <param name="type">Its media type.</param>
    public FileContent(string path, long size, Action<long> report, string type = "application/octet-stream")
    {
        (_path, _size, _report) = (path, size, report);
        Headers.ContentType = new(type);
        Headers.ContentLength = size;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = Files.OpenRead(_path);
        if (file.Length != _size) throw CommandFailedException.Usage($"{_path} changed while it was being sent.", "Send it again.");
        await Files.CopyAsync(file, stream.WriteAsync, _report, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _size;
        return true;
    }
}
