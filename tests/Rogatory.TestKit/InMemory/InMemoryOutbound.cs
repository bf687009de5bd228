using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>Copies for partners in memory, taken out of a vault that may be in memory too.</summary>
public sealed class InMemoryOutbound(IVault vault, params IReadOnlyList<string> regions) : IOutbound
{
    private readonly ConcurrentDictionary<(string Region, string Copy), byte[]> _copies = new();

    public IReadOnlyList<string> Regions => regions;

    /// <summary>Changes what is copied, as a storage that fails would.</summary>
    public Func<byte[], byte[]> Corrupt { get; set; } = static body => body;

    public IReadOnlyCollection<(string Region, string Copy)> Names => [.. _copies.Keys];

    public async Task<long> CopyAsync(
        DisclosureGrant grant, string region, SealedPath copy, SealedPath body, string? version, long size, CancellationToken cancellationToken)
    {
        byte[] content = new byte[size];
        await vault.OpenSource(body, version, size).ReadAsync(0, content, cancellationToken);
        return _copies.GetOrAdd((region, copy.ToString()), Corrupt(content)).Length;
    }

    public ISealedSource OpenSource(string region, SealedPath copy, long size) => new Source(_copies.GetValueOrDefault((region, copy.ToString()), []), size);

    public Task<Uri> LinkAsync(string region, SealedPath copy, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://{region}.example/{copy}?until={until.ToUnixTimeSeconds()}"));

    public async IAsyncEnumerable<SealedPath> ListAsync(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach ((string lies, string copy) in _copies.Keys)
        {
            if (lies == region && SealedPath.TryParse(copy, out SealedPath path))
                yield return path;
        }
    }

    /// <summary>A copy's bytes, or null.</summary>
    public byte[]? Find(string region, SealedPath copy) => _copies.GetValueOrDefault((region, copy.ToString()));

    /// <summary>Puts other bytes where a copy is to be, or takes it away, as somebody with access to storage could.</summary>
    public void Tamper(string region, SealedPath copy, byte[]? content)
    {
        _copies.TryRemove((region, copy.ToString()), out _);
        if (content is not null)
            _copies[(region, copy.ToString())] = content;
    }

    public Task RemoveAsync(string region, SealedPath copy, CancellationToken cancellationToken)
    {
        _copies.TryRemove((region, copy.ToString()), out _);
        return Task.CompletedTask;
    }

    private sealed class Source(byte[] content, long size) : ISealedSource
    {
        public long Length => size;

        public ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
        {
            if (offset + destination.Length > content.Length || content.Length != size)
                throw new EndOfStreamException();
            content.AsMemory((int)offset, destination.Length).CopyTo(destination);
            return ValueTask.CompletedTask;
        }
    }
}
