using System.Text.Json.Serialization;

namespace Rogatory.Core.Disclosure;

/// <summary>Nobody has approved or rejected in time. It lapses if nobody does.</summary>
public sealed record ApprovalEscalated : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.approval-escalated";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
