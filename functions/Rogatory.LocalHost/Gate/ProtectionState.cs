using System.Collections.Concurrent;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Every protection there is, in memory and, before anything relies on it, in Azurite. The gate is the only writer, so memory is
/// right; whenever Azurite may have lost something, what it holds is compared with memory and put right before the next write.
/// </summary>
internal sealed class ProtectionState(StateStore store, Upstream upstream) : IDisposable
{
    private const int NeverRead = -1;
    private readonly ConcurrentDictionary<BlobPath, Protection> _protections = new();
    private readonly SemaphoreSlim _turn = new(1);
    private volatile int _failuresSettled = NeverRead;

    public Protection Of(BlobPath path) => _protections.GetValueOrDefault(path, Protection.None);

    public IReadOnlyList<BlobPath> In(BlobPath container) =>
        [.. _protections.Keys.Where(path => path.Account == container.Account && path.Container == container.Container)];

    /// <summary>What may be shown to a reader: it may be a few seconds behind a restart of Azurite, never empty for want of reading.</summary>
    public Task LoadAsync() => _failuresSettled == NeverRead ? EnsureCurrentAsync() : Task.CompletedTask;

    /// <summary>What must hold before a write is judged.</summary>
    public async Task EnsureCurrentAsync()
    {
        if (_failuresSettled == upstream.Failures) return;
        await _turn.WaitAsync();
        try
        {
            var failuresSeen = upstream.Failures;
            if (_failuresSettled == failuresSeen) return;
            var stored = await store.ReadAllAsync();
            if (_failuresSettled == NeverRead)
                foreach (var (path, protection) in stored) _protections[path] = protection;
            else
                await PutRightAsync(stored);
            _failuresSettled = failuresSeen;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stores, and then holds in memory; nothing to protect removes what was stored.</summary>
    public async Task SetAsync(BlobPath path, Protection protection)
    {
        if (Of(path) == protection) return;
        await _turn.WaitAsync();
        try
        {
            if (protection.IsNone)
            {
                await store.DeleteAsync(path);
                _protections.TryRemove(path, out _);
            }
            else
            {
                await store.WriteAsync(path, protection);
                _protections[path] = protection;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The call that this was written ahead of has succeeded. What is stored may stay: a restart asks for the blob and sees it.</summary>
    public void Confirm(BlobPath path)
    {
        if (_protections.TryGetValue(path, out var protection)) _protections.TryUpdate(path, protection with { Unconfirmed = false }, protection);
    }

    public void Dispose() => _turn.Dispose();

    // Azurite may have lost a protected blob too, and then its name must be free again: so each blob is asked for before its
    // protection next matters.
    private async Task PutRightAsync(Dictionary<BlobPath, Protection> stored)
    {
        foreach (var path in stored.Keys.Where(path => !_protections.ContainsKey(path))) await store.DeleteAsync(path);
        foreach (var (path, protection) in _protections)
        {
            if (!stored.TryGetValue(path, out var found) || found with { Unconfirmed = protection.Unconfirmed } != protection)
                await store.WriteAsync(path, protection);
            _protections.TryUpdate(path, protection with { Unconfirmed = true }, protection);
        }
    }
}
