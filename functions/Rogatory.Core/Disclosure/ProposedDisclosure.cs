using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>A disclosure as an officer proposes it.</summary>
/// <param name="Items">What is to go.</param>
/// <param name="Partner">Whom to.</param>
/// <param name="Region">The region to collect from; null for the first that there is.</param>
/// <param name="RetainUntil">Until when the partner may keep it; null where no date is set.</param>
/// <param name="Accuracy">What the partner is told of the quality of the data; null for nothing.</param>
/// <param name="Facts">What the officer states, of the form of transfer facts, reasons and all.</param>
public sealed record ProposedDisclosure(IReadOnlyList<ItemId> Items, PartnerId Partner, string? Region, DateOnly? RetainUntil, AccuracyIndications? Accuracy, JsonObject Facts)
{
    /// <summary>Says nothing of the facts: reasons are sensitive.</summary>
    public override string ToString() => nameof(ProposedDisclosure);
}
