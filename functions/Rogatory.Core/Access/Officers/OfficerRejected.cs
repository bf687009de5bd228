using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>Another admin rejects the proposal, or who made it takes it back.</summary>
public sealed record OfficerRejected : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.officer-rejected";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The proposal's number.</summary>
    public required int Proposal { get; init; }
}
