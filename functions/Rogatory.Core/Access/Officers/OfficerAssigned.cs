using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer needs to know a case.</summary>
public sealed record OfficerAssigned : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.officer-assigned";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }
}
