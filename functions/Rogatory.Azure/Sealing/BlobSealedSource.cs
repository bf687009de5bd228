using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;
using Rogatory.Envelope;

namespace Rogatory.Azure.Sealing;

/// <summary>
/// Reads one version of a body. A read anywhere is a request of its own; reads that follow one another share larger requests, made
/// ahead of them: 2 MiB, 4 MiB, then 8 MiB at a time.
/// </summary>
internal sealed class BlobSealedSource(BlobBaseClient blob, long size, BlockBuffers buffers) : ISealedSource
{
    private const int FirstWindow = 2 << 20;

    // The window being read, the one ahead, and one behind for reads that are late.
    private const int MostWindows = 3;

    private readonly Lock gate = new();
    private readonly List<ReadWindow> windows = [];
    private int windowSize = FirstWindow;

    // Where the read after the furthest one would begin, and how many reads in a row went on from there.
    private long next;
    private int run;

    public long Length => size;

    public async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (destination.Length > size - offset)
            throw new EndOfStreamException("The read goes past the recorded size.");
        while (!destination.IsEmpty)
        {
            if (WindowFor(offset, destination.Length) is not { } window)
            {
                await FetchAsync(offset, destination, cancellationToken);
                return;
            }

            try
            {
                await window.Arrival.WaitAsync(cancellationToken);
                var bytes = window.Bytes[(int)(offset - window.Start)..];
                var count = Math.Min(bytes.Length, destination.Length);
                bytes[..count].CopyTo(destination);
                offset += count;
                destination = destination[count..];
            }
            finally
            {
                window.Release();
            }
        }
    }

    /// <summary>The window that holds the byte at the offset, held for the caller; null when the read is made alone.</summary>
    private ReadWindow? WindowFor(long offset, int count)
    {
        lock (gate)
        {
            var window = windows.Find(one => one.Holds(offset));
            var ahead = offset - next;
            if (window is null && Math.Abs(ahead) > BlockBuffers.BlockSize)
            {
                (run, windowSize, next) = (0, FirstWindow, offset + count);
                return null;
            }

            // Reads that run side by side may overtake one another a little; one that is late is made alone and disturbs nothing.
            if (window is null && ahead < 0)
                return null;

            next = Math.Max(next, offset + count);
            run++;
            window ??= Open(offset);
            window.Hold();
            if (run > 1 && window.End < size && !windows.Exists(one => one.Holds(window.End)))
                Open(window.End);
            return window;
        }
    }

    private ReadWindow Open(long start)
    {
        var length = (int)Math.Min(windowSize, size - start);
        var window = new ReadWindow(start, buffers.Rent(length), length, buffers);
        windowSize = Math.Min(2 * windowSize, BlockBuffers.BlockSize);
        if (windows.Count == MostWindows)
            Drop(windows[0]);
        windows.Add(window);
        window.Hold();
        window.Arrival = ArriveAsync(window);
        return window;
    }

    private void Drop(ReadWindow window)
    {
        if (windows.Remove(window))
            window.Release();
    }

    private async Task ArriveAsync(ReadWindow window)
    {
        await Task.Yield();
        try
        {
            // Not for one reader alone, so no reader's cancellation ends it.
            await FetchAsync(window.Start, window.Bytes, CancellationToken.None);
        }
        catch
        {
            // The next try asks storage again.
            lock (gate)
                Drop(window);
            throw;
        }
        finally
        {
            window.Release();
        }
    }

    private async Task FetchAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(offset, destination.Length) };
            using BlobDownloadStreamingResult found = await blob.DownloadStreamingAsync(options, cancellationToken);
            if (found.Details.ContentRange?.EndsWith(string.Create(CultureInfo.InvariantCulture, $"/{size}"), StringComparison.Ordinal) != true)
                throw new EndOfStreamException("The stored body has another length than was recorded.");
            await found.Content.ReadExactlyAsync(destination, cancellationToken);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal) || refusal.ErrorCode == BlobErrorCode.InvalidRange)
        {
            throw new EndOfStreamException("The stored body is missing or shorter than was recorded.", refusal);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(blob.BlobContainerName, failure);
        }
    }
}
