using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>Both sides of the key envelopes: what the program may do, and what only the eraser may.</summary>
public sealed class InMemoryKeyEnvelopeStore(TimeProvider time) : IKeyEnvelopeStore, IEnvelopeEraser
{
    private readonly ConcurrentDictionary<(SealedPath Path, int Rotation), (byte[] Bytes, DateTimeOffset CreatedAt)> envelopes = new();

    /// <summary>Which envelopes come back altered.</summary>
    public Func<SealedPath, int, bool>? Corrupts { get; set; }

    public Task<bool> TryCreateAsync(SealedPath path, int rotation, ReadOnlyMemory<byte> envelope, CancellationToken cancellationToken)
    {
        var bytes = envelope.ToArray();
        var stored = envelopes.GetOrAdd((path, rotation), (bytes, time.GetUtcNow()));
        return Task.FromResult(stored.Bytes.AsSpan().SequenceEqual(bytes));
    }

    public Task<byte[]?> ReadAsync(SealedPath path, int rotation, CancellationToken cancellationToken) =>
        Task.FromResult(envelopes.TryGetValue((path, rotation), out var envelope) ? Copy(path, rotation, envelope.Bytes) : null);

    public async IAsyncEnumerable<KeyEnvelopeFound> ListAsync(CaseId? @case, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (name, envelope) in envelopes.Where(envelope => @case is null || envelope.Key.Path.Case == @case))
            yield return new KeyEnvelopeFound(name.Path, name.Rotation, envelope.CreatedAt) { KeyId = KeyEnvelope.FindKeyId(envelope.Bytes) };
    }

    public Task DestroyAsync(SealedPath path, int rotation, CancellationToken cancellationToken)
    {
        envelopes.TryRemove((path, rotation), out _);
        return Task.CompletedTask;
    }

    private byte[] Copy(SealedPath path, int rotation, byte[] bytes)
    {
        byte[] copy = [.. bytes];
        if (Corrupts?.Invoke(path, rotation) == true)
            copy[^3] ^= 1;
        return copy;
    }
}
