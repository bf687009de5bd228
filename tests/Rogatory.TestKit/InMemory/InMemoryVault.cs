using System.Collections.Concurrent;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>Keeps what Azure keeps: a version for each body, and a committed body that nothing replaces.</summary>
public sealed class InMemoryVault : IVault, IBodyHolds
{
    private const string OnlyVersion = "1";

    private readonly ConcurrentDictionary<SealedPath, (byte[] Body, DateTimeOffset RetainUntil)> bodies = new();
    private readonly ConcurrentDictionary<SealedPath, bool> held = new();

    /// <summary>Lets a test have storage that takes a body and does not protect it.</summary>
    public bool Protects { get; set; } = true;

    public IEnumerable<SealedPath> Committed => bodies.Keys;

    /// <summary>The bytes as stored, or null.</summary>
    public byte[]? Body(SealedPath path) => bodies.TryGetValue(path, out var stored) ? stored.Body.ToArray() : null;

    public DateTimeOffset? RetainedUntil(SealedPath path) => bodies.TryGetValue(path, out var stored) ? stored.RetainUntil : null;

    public VaultUpload BeginUpload(SealedPath path, long expectedSize) => new Upload(this, path);

    public ISealedSource OpenSource(SealedPath path, string? version, long size) => new Source(this, path, version, size);

    public Task<DateTimeOffset?> ProtectedUntilAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(bodies.TryGetValue(path, out var stored) ? stored.RetainUntil : null);

    public Task<bool> IsHeldAsync(SealedPath path, string? version, CancellationToken cancellationToken) => Task.FromResult(held.ContainsKey(path));

    public Task<bool> HoldAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        Task.FromResult(bodies.ContainsKey(path) && (held[path] = true));

    public Task ReleaseAsync(SealedPath path, string? version, CancellationToken cancellationToken)
    {
        held.TryRemove(path, out _);
        return Task.CompletedTask;
    }

    /// <summary>A body that storage copied in.</summary>
    internal string? Admit(SealedPath path, byte[] body, DateTimeOffset retainUntil)
    {
        if (!Protects)
            throw new ProtectionMissingException("vault");
        bodies.TryAdd(path, (body.ToArray(), retainUntil));
        return OnlyVersion;
    }

    /// <summary>What no one can do in Azure: lets a test put other bytes, or another protection, in a body's place, or take it away.</summary>
    public void Tamper(SealedPath path, byte[]? body, DateTimeOffset? retainUntil = null)
    {
        if (body is null)
            bodies.TryRemove(path, out _);
        else
            bodies[path] = (body, retainUntil ?? bodies[path].RetainUntil);
    }

    private sealed class Upload(InMemoryVault vault, SealedPath path) : VaultUpload
    {
        private readonly MemoryStream staged = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            await staged.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task<string?> CommitAsync(DateTimeOffset retainUntil, CancellationToken cancellationToken) =>
            !vault.Protects ? throw new ProtectionMissingException("vault")
            : vault.bodies.TryAdd(path, (staged.ToArray(), retainUntil))
                ? Task.FromResult<string?>(OnlyVersion)
                : throw new InvalidOperationException("A body is committed under this path already.");

        protected override void Dispose(bool disposing)
        {
            staged.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Source(InMemoryVault vault, SealedPath path, string? version, long size) : ISealedSource
    {
        public long Length => size;

        public ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
        {
            if (!vault.bodies.TryGetValue(path, out var stored) || version is not (null or OnlyVersion))
                throw new EndOfStreamException("The stored body is missing.");
            if (stored.Body.Length != size || offset + destination.Length > size)
                throw new EndOfStreamException("The stored body has another length than was recorded.");
            stored.Body.AsMemory((int)offset, destination.Length).CopyTo(destination);
            return ValueTask.CompletedTask;
        }
    }
}
