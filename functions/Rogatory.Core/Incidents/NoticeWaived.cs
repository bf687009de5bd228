using Rogatory.Core.Access;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>An officer says why no notice of a kind is sent: that stops the clock.</summary>
public sealed record NoticeWaived : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.notice-waived";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>To whom it would go.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The partner that it would go to; null where it is none.</summary>
    public required PartnerId? Partner { get; init; }

    /// <summary>The ground.</summary>
    public required WaiverGround Ground { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>The day, in UTC, from which the clock runs again, for a restriction; null for any other ground.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The sealed reasons.</summary>
    public required SealedWords Reasons { get; init; }
}
