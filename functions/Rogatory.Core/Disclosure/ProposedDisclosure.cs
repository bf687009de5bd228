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
    /// <summary>What was found in the items and is to count for nothing, each with reasons.</summary>
    public IReadOnlyList<SetAside> SetAside { get; init; } = [];

    /// <summary>All that the officer stated in words, to be sealed: the facts alone, or with what is set aside.</summary>
    internal string Words => SetAside.Count == 0 ? Facts.ToJsonString() : new JsonObject
    {
        ["facts"] = Facts.DeepClone(),
        ["setAside"] = new JsonArray([.. SetAside.Select(one => new JsonObject { ["category"] = one.Category, ["reasons"] = one.Reasons })]),
    }.ToJsonString();

    /// <summary>Says nothing of the facts: reasons are sensitive.</summary>
    public override string ToString() => nameof(ProposedDisclosure);
}
