using System.Text.Json.Serialization;
using Rogatory.Envelope;

namespace Rogatory.Core.Classification;

/// <summary>The blocks of an item's text are counted, and their root is recorded: from here on it can be proved what stands in the item (Envelope's FORMAT.md, section 5).</summary>
public sealed record BlocksCommitted : ClassificationEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "classification.blocks-committed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What the blocks are.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>How many there are.</summary>
    public required long Count { get; init; }

    /// <summary>Hex of <see cref="BlockCommitment.Root"/>.</summary>
    public required string Root { get; init; }

    /// <summary>As the envelope's proofs take it.</summary>
    public BlockCommitment ToCommitment() => new(Kind, Count, Convert.FromHexString(Root));
}
