using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>An officer proposes to disclose items of the case to a partner.</summary>
public sealed record DisclosureProposed : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-proposed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What is to go: each item once.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>Whom to.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The region the copies would lie in.</summary>
    public required string Region { get; init; }

    /// <summary>The sealed item with what the officer stated: purpose, necessity, facts and reasons.</summary>
    public required ItemId Statement { get; init; }

    /// <summary>What the officer stated, as codes only.</summary>
    public required JsonObject Stated { get; init; }

    /// <summary>Until when the partner may keep it; null where no date is set.</summary>
    public required DateOnly? RetainUntil { get; init; }

    /// <summary>What the partner is told of the quality of the data; null for nothing.</summary>
    public required AccuracyIndications? Accuracy { get; init; }

    /// <summary>When the approvers are reminded that it waits.</summary>
    public required DateTimeOffset EscalateAt { get; init; }

    /// <summary>When it lapses without their approval.</summary>
    public required DateTimeOffset LapseAt { get; init; }

    /// <summary>Whether another proposes the same, whenever it does and whatever words it is stated in.</summary>
    public bool IsAlike(DisclosureProposed other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Items.SequenceEqual(other.Items) && Partner == other.Partner && Region == other.Region && RetainUntil == other.RetainUntil
            && Accuracy == other.Accuracy && JsonNode.DeepEquals(Stated, other.Stated);
    }
}
