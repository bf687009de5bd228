using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Core.Transfer;

/// <summary>The one place that makes disclosure grants.</summary>
internal static class DisclosureGrants
{
    /// <summary>For items that a decision lets through. What a person had to weigh or state must stand in the facts that were decided.</summary>
    /// <exception cref="InvalidOperationException">The decision does not let anything through.</exception>
    public static DisclosureGrant For(CaseId @case, IReadOnlyList<ItemId> items, PartnerId partner, TransferDecision decision, DateTimeOffset expires) =>
        decision.LetsThrough
            ? new DisclosureGrant(
                @case.ToString(), [.. items.Select(item => item.ToString())], partner.ToString(), [.. decision.Conditions.Select(one => one.Code)], expires)
            : throw new InvalidOperationException("A transfer that is not let through gets no grant.");
}
