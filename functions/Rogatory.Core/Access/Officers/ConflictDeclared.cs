using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer has an interest in a case and keeps away from it, whatever else the register says.</summary>
public sealed record ConflictDeclared : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.conflict-declared";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>What kind of interest.</summary>
    public required ConflictKind Kind { get; init; }
}
