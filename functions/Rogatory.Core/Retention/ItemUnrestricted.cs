using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>Another officer than the one who restricted an item lifts the restriction.</summary>
public sealed record ItemUnrestricted : CorrectionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.item-unrestricted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Who was informed before (LED art. 16(3)): <c>person</c> or <c>originator</c>; null where nobody had to be, and nobody was.</summary>
    public required InformedParty? Informed { get; init; }

    /// <summary>The day on which they were informed; null with <see cref="Informed"/>.</summary>
    public required DateOnly? InformedOn { get; init; }
}
