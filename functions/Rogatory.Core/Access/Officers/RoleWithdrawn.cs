using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer has a role no more.</summary>
public sealed record RoleWithdrawn : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.role-withdrawn";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The role.</summary>
    public required OfficerRole Role { get; init; }
}
