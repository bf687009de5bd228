using System.Text.Json.Serialization;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>The partner confirms what it did on a recall.</summary>
public sealed record RecallAcknowledged : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "receipt.recall-acknowledged";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Hex SHA-256 of the partner's signed acknowledgement as stored.</summary>
    public required string Statement { get; init; }
}
