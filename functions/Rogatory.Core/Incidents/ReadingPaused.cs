using System.Text.Json.Serialization;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Incidents;

/// <summary>A patrol stopped within a body, or before it; the next run goes on from there.</summary>
public sealed record ReadingPaused : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.reading-paused";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The day whose share it was, of the vault; null for a copy in <c>outbound</c>.</summary>
    public required DateOnly? Share { get; init; }

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The attempt, or the copy.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>How many bytes were read.</summary>
    public required long Offset { get; init; }

    /// <summary>Hex of the number of pieces read (8 bytes, big endian) and the roots of the complete subtrees over them, the largest first.</summary>
    public required string Subtrees { get; init; }

    /// <summary>Whether it is about this body.</summary>
    public bool IsOf(SealedPath path) => path == new SealedPath(Case, Item, Attempt);
}
