using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Classification;

/// <summary>
/// An item was read and searched, once and for good. What was found is in the sealed findings, whose line is of the same append; here are counts
/// and codes alone.
/// </summary>
public sealed record ItemClassified : ClassificationEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "classification.item-classified";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What the item is, as <see cref="Reading.ReadingReport.Format"/> says it.</summary>
    public required string Format { get; init; }

    /// <summary>The sealed item that holds the reading report and the findings: <see cref="Retention.Derivation.FindingsOf"/>.</summary>
    public required ItemId Findings { get; init; }

    /// <summary>The version of the detectors: <see cref="DetectorPack.Version"/>.</summary>
    public required string Pack { get; init; }

    /// <summary>How many findings there are of each category, of those that are more likely right than not: with a confidence of 0.5 or above.</summary>
    public required IReadOnlyDictionary<string, long> Categories { get; init; }

    /// <summary>How many there are of each category under that: for a person to look through, and for no rule.</summary>
    public required IReadOnlyDictionary<string, long> Doubtful { get; init; }

    /// <summary>How many parts could not be read, by the code of <see cref="Reading.UnreadReason"/>. Of these nothing is known: they are not clean.</summary>
    public required IReadOnlyDictionary<string, long> Unread { get; init; }

    /// <summary>The limits that were met, by the code of <see cref="Reading.BreachKind"/>, each once.</summary>
    public required IReadOnlyList<string> Breaches { get; init; }
}
