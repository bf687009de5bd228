using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer still needs to know a case; an assignment that nobody confirms lapses by itself.</summary>
public sealed record AssignmentConfirmed : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.assignment-confirmed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }
}
