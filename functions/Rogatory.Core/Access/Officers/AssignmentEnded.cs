using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer needs to know a case no more.</summary>
public sealed record AssignmentEnded : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.assignment-ended";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }
}
