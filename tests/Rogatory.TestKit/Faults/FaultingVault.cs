using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.TestKit.Faults;

/// <summary>Each write, commit and read counts as a call. Beginning an upload, leaving it and opening a source call nothing.</summary>
public sealed class FaultingVault(IVault inner, FaultPlan plan) : IVault
{
    private const string Store = "vault";

    public VaultUpload BeginUpload(SealedPath path, long expectedSize) => new Upload(inner.BeginUpload(path, expectedSize), plan);

    public ISealedSource OpenSource(SealedPath path, string? version, long size) => new FaultingSource(inner.OpenSource(path, version, size), Store, plan);

    public Task<DateTimeOffset?> ProtectedUntilAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ProtectedUntilAsync(path, version, cancellationToken));

    public Task<bool> IsHeldAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.IsHeldAsync(path, version, cancellationToken));

    private sealed class Upload(VaultUpload inner, FaultPlan plan) : VaultUpload
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(plan.CallAsync(Store, () => inner.WriteAsync(buffer, cancellationToken).AsTask()));

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task<string?> CommitAsync(DateTimeOffset retainUntil, CancellationToken cancellationToken) =>
            plan.CallAsync(Store, () => inner.CommitAsync(retainUntil, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
