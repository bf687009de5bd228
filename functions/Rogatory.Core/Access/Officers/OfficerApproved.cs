using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>Another admin approves: the officer has exactly what was proposed, and is not suspended any more.</summary>
public sealed record OfficerApproved : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.officer-approved";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The proposal's number.</summary>
    public required int Proposal { get; init; }
}
