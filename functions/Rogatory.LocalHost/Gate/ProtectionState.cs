using System.Collections.Concurrent;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Every protection there is, in memory and, before anything relies on it, in Azurite. The gate is the only writer, so memory is
/// right; whenever Azurite may have lost something, what it holds is compared with memory and put right before the next write.
/// </summary>
internal sealed class ProtectionState(StateStore store, Upstream upstream) : IDisposable
{
    private const int NeverRead = -1;
    private readonly ConcurrentDictionary<BlobPath, Protection> protections = new();
    private readonly SemaphoreSlim turn = new(1);
    private volatile int failuresSettled = NeverRead;

    public Protection Of(BlobPath path) => protections.GetValueOrDefault(path, Protection.None);

    public IReadOnlyList<BlobPath> In(BlobPath container) =>
        [.. protections.Keys.Where(path => path.Account == container.Account && path.Container == container.Container)];

    /// <summary>What may be shown to a reader: it may be a few seconds behind a restart of Azurite, never empty for want of reading.</summary>
    public Task LoadAsync() => failuresSettled == NeverRead ? EnsureCurrentAsync() : Task.CompletedTask;

    /// <summary>What must hold before a write is judged.</summary>
    public async Task EnsureCurrentAsync()
    {
        if (failuresSettled == upstream.Failures) return;
        await turn.WaitAsync();
        try
        {
            var failuresSeen = upstream.Failures;
            if (failuresSettled == failuresSeen) return;
            var stored = await store.ReadAllAsync();
            if (failuresSettled == NeverRead)
                foreach (var (path, protection) in stored) protections[path] = protection;
            else
                await PutRightAsync(stored);
            failuresSettled = failuresSeen;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stores, and then holds in memory; nothing to protect removes what was stored.</summary>
    public async Task SetAsync(BlobPath path, Protection protection)
    {
        if (Of(path) == protection) return;
        await turn.WaitAsync();
        try
        {
            if (protection.IsNone)
            {
                await store.DeleteAsync(path);
                protections.TryRemove(path, out _);
            }
            else
            {
                await store.WriteAsync(path, protection);
                protections[path] = protection;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The call that this was written ahead of has succeeded. What is stored may stay: a restart asks for the blob and sees it.</summary>
    public void Confirm(BlobPath path)
    {
        if (protections.TryGetValue(path, out var protection)) protections[path] = protection with { Unconfirmed = false };
    }

    public void Dispose() => turn.Dispose();

    private async Task PutRightAsync(Dictionary<BlobPath, Protection> stored)
    {
        foreach (var path in stored.Keys.Where(path => !protections.ContainsKey(path))) await store.DeleteAsync(path);
        foreach (var (path, protection) in protections)
        {
            if (!stored.TryGetValue(path, out var found) || found with { Unconfirmed = protection.Unconfirmed } != protection)
                await store.WriteAsync(path, protection);
        }
    }
}
