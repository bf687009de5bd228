using System.Text.Json.Serialization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Retention;

/// <summary>A signed notice of a correction is there for its partner to read.</summary>
public sealed record NoticeIssued : NoticeEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.notice-issued";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Whom it goes to.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The item that was corrected.</summary>
    public required ItemId Item { get; init; }

    /// <summary>What was done, and is asked.</summary>
    public required NoticeMeasure Measure { get; init; }

    /// <summary>The disclosure that the partner has the item from; null for the authority that the item came from.</summary>
    public required DisclosureId? Disclosure { get; init; }

    /// <summary>Hex SHA-256 of the signed notice as stored.</summary>
    public required string Statement { get; init; }

    /// <summary>When the partner is reminded of its acknowledgement.</summary>
    public required DateTimeOffset RemindAt { get; init; }

    /// <summary>When the acknowledgement is overdue.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
