using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer passed a course; an earlier record of the same course is replaced by it.</summary>
public sealed record TrainingRecorded : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.training-recorded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The course, by its id in the catalogue.</summary>
    public required string Course { get; init; }

    /// <summary>The version of the course that was passed.</summary>
    public required string Version { get; init; }

    /// <summary>The day on which it was passed.</summary>
    public required DateOnly PassedOn { get; init; }

    /// <summary>Up to and not at this time it counts.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>What proves it.</summary>
    public required EvidenceKind Evidence { get; init; }

    /// <summary>Where that is found: a reference, and never a name or words.</summary>
    public required string Reference { get; init; }

    /// <summary>Lower-case hex SHA-256 of it; null where it is on paper.</summary>
    public required string? Digest { get; init; }
}
