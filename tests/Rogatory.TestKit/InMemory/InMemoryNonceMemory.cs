using System.Collections.Concurrent;
using Rogatory.Core.Access;

namespace Rogatory.TestKit.InMemory;

public sealed class InMemoryNonceMemory : INonceMemory
{
    private readonly ConcurrentDictionary<(PartnerId, string, string), bool> used = new();

    public Task<bool> TryUseAsync(PartnerId partner, string keyId, string nonce, CancellationToken cancellationToken) =>
        Task.FromResult(used.TryAdd((partner, keyId, nonce), true));
}
