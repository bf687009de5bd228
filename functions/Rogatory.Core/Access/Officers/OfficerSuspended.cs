using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>Nothing that the officer does is admitted any more, until a proposal for the officer is approved.</summary>
public sealed record OfficerSuspended : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.officer-suspended";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
