using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>What the partner has was wrong or unlawful to send: a signed notice says so (LED art. 7(3), 16(6)).</summary>
public sealed record DisclosureRecalled : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-recalled";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>What the partner must do: <c>rectify</c>, <c>erase</c> or <c>restrict</c>.</summary>
    public required RecallMeasure Measure { get; init; }

    /// <summary>Hex SHA-256 of the signed notice as stored.</summary>
    public required string Statement { get; init; }
}
