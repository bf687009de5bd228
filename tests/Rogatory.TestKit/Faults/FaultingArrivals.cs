using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.TestKit.InMemory;

namespace Rogatory.TestKit.Faults;

/// <summary>Each call but opening a source counts, and each read from one.</summary>
public sealed class FaultingArrivals(InMemoryArrivals inner, FaultPlan plan) : IInbound, IArrivals, IArrivalNotes
{
    private const string Inbound = "inbound";
    private const string Arrivals = "arrivals";

    public Task<Uri> LinkAsync(SealedPath path, DateTimeOffset until, CancellationToken cancellationToken) =>
        plan.CallAsync(Inbound, () => inner.LinkAsync(path, until, cancellationToken));

    public Task<long?> FindSizeAsync(SealedPath path, CancellationToken cancellationToken) =>
        plan.CallAsync(Inbound, () => inner.FindSizeAsync(path, cancellationToken));

    Task IInbound.ClearAsync(SealedPath path, CancellationToken cancellationToken) =>
        plan.CallAsync(Inbound, () => ((IInbound)inner).ClearAsync(path, cancellationToken));

    public Task TakeInAsync(SealedPath path, long size, CancellationToken cancellationToken) =>
        plan.CallAsync(Arrivals, () => inner.TakeInAsync(path, size, cancellationToken));

    public ISealedSource OpenSource(SealedPath path, long size) => new Source(inner.OpenSource(path, size), plan);

    public Task<string?> AdmitAsync(SealedPath path, long size, DateTimeOffset retainUntil, CancellationToken cancellationToken) =>
        plan.CallAsync("vault", () => inner.AdmitAsync(path, size, retainUntil, cancellationToken));

    Task IArrivals.ClearAsync(SealedPath path, CancellationToken cancellationToken) =>
        plan.CallAsync(Arrivals, () => ((IArrivals)inner).ClearAsync(path, cancellationToken));

    public Task WriteAsync(SealedPath path, string name, ReadOnlyMemory<byte> note, CancellationToken cancellationToken) =>
        plan.CallAsync(Arrivals, () => inner.WriteAsync(path, name, note, cancellationToken));

    public Task<byte[]?> ReadAsync(SealedPath path, string name, CancellationToken cancellationToken) =>
        plan.CallAsync(Arrivals, () => inner.ReadAsync(path, name, cancellationToken));

    private sealed class Source(ISealedSource inner, FaultPlan plan) : ISealedSource
    {
        public long Length => inner.Length;

        public ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken) =>
            new(plan.CallAsync(Arrivals, () => inner.ReadAsync(offset, destination, cancellationToken).AsTask()));
    }
}
