using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer who is not assigned to a case sees it for a few hours in an emergency. The line is the notice to the data protection officer, and stays open until a second person has reviewed it.</summary>
public sealed record GlassBroken : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.glass-broken";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Its number in the register, from 1.</summary>
    public required int Glass { get; init; }

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The sealed item of the case that holds the reasons, word for word.</summary>
    public required ItemId Reasons { get; init; }

    /// <summary>Up to and not at this time it stands in for an assignment.</summary>
    public required DateTimeOffset Until { get; init; }
}
