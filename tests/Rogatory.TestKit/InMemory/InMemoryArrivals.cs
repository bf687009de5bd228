using System.Collections.Concurrent;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>The way of an uploaded body in memory, from where its sender writes it to the vault.</summary>
public sealed class InMemoryArrivals(InMemoryVault vault) : IInbound, IArrivals, IArrivalNotes
{
    private readonly ConcurrentDictionary<SealedPath, byte[]> inbound = new();
    private readonly ConcurrentDictionary<SealedPath, byte[]> bodies = new();
    private readonly ConcurrentDictionary<(SealedPath Path, string Name), byte[]> notes = new();

    /// <summary>How much lies anywhere on the way.</summary>
    public int Left => inbound.Count + bodies.Count + notes.Count;

    /// <summary>What a partner does with a link.</summary>
    public void Upload(SealedPath path, byte[]? body)
    {
        if (body is null)
            inbound.TryRemove(path, out _);
        else
            inbound[path] = body;
    }

    public Task<Uri> LinkAsync(SealedPath path, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://inbound.example/{path}?until={until:O}"));

    public Task<long?> FindSizeAsync(SealedPath path, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(inbound.TryGetValue(path, out byte[]? body) ? body.Length : null);

    Task IInbound.ClearAsync(SealedPath path, CancellationToken cancellationToken)
    {
        inbound.TryRemove(path, out _);
        return Task.CompletedTask;
    }

    public Task TakeInAsync(SealedPath path, long size, CancellationToken cancellationToken)
    {
        if (bodies.ContainsKey(path))
            return Task.CompletedTask;
        bodies[path] = inbound.TryGetValue(path, out byte[]? body) && body.Length == size ? body : throw new SourceChangedException();
        return Task.CompletedTask;
    }

    public ISealedSource OpenSource(SealedPath path, long size) => new Source(this, path, size);

    public Task<string?> AdmitAsync(SealedPath path, long size, DateTimeOffset retainUntil, CancellationToken cancellationToken) =>
        Task.FromResult(vault.Admit(path, bodies[path], retainUntil));

    Task IArrivals.ClearAsync(SealedPath path, CancellationToken cancellationToken)
    {
        bodies.TryRemove(path, out _);
        foreach ((SealedPath Path, string Name) note in notes.Keys.Where(note => note.Path == path))
            notes.TryRemove(note, out _);
        return Task.CompletedTask;
    }

    public Task WriteAsync(SealedPath path, string name, ReadOnlyMemory<byte> note, CancellationToken cancellationToken)
    {
        notes[(path, name)] = note.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> ReadAsync(SealedPath path, string name, CancellationToken cancellationToken) =>
        Task.FromResult(notes.GetValueOrDefault((path, name)));

    private sealed class Source(InMemoryArrivals arrivals, SealedPath path, long size) : ISealedSource
    {
        public long Length => size;

        public ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
        {
            if (!arrivals.bodies.TryGetValue(path, out byte[]? body) || body.Length != size)
                throw new EndOfStreamException("The stored body is missing.");
            body.AsMemory((int)offset, destination.Length).CopyTo(destination);
            return ValueTask.CompletedTask;
        }
    }
}
