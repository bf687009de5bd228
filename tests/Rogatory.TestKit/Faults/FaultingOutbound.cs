using Rogatory.Core.Disclosure;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.TestKit.Faults;

/// <summary>Copies for partners that fail as the plan says.</summary>
public sealed class FaultingOutbound(IOutbound inner, FaultPlan plan) : IOutbound
{
    public IReadOnlyList<string> Regions => inner.Regions;

    public Task<long> CopyAsync(
        DisclosureGrant grant, string region, SealedPath copy, SealedPath body, string? version, long size, CancellationToken cancellationToken) =>
        plan.CallAsync("outbound", () => inner.CopyAsync(grant, region, copy, body, version, size, cancellationToken));

    public ISealedSource OpenSource(string region, SealedPath copy, long size) =>
        new FaultingSource(inner.OpenSource(region, copy, size), "outbound", plan);

    public Task<Uri> LinkAsync(string region, SealedPath copy, DateTimeOffset until, CancellationToken cancellationToken) =>
        plan.CallAsync("outbound", () => inner.LinkAsync(region, copy, until, cancellationToken));

    public IAsyncEnumerable<SealedPath> ListAsync(string region, CancellationToken cancellationToken) =>
        plan.ListAsync("outbound", inner.ListAsync(region, cancellationToken));

    public Task RemoveAsync(string region, SealedPath copy, CancellationToken cancellationToken) =>
        plan.CallAsync("outbound", () => inner.RemoveAsync(region, copy, cancellationToken));
}
