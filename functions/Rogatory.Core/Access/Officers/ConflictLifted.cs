using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>Somebody else than the officer, and than who declared it, found that there is no conflict.</summary>
public sealed record ConflictLifted : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.conflict-lifted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }
}
