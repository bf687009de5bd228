using System.Text.Json.Serialization;

namespace Rogatory.Core.Case;

/// <summary>Something that happened, as a line's <c>event</c> and <c>data</c> say it: ids, codes, digests, citations; never content, a person's data or a key.</summary>
public abstract record LedgerEvent
{
    /// <summary>The unique id of the command that caused it. All lines of one append carry the same.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The event's name, <c>stage.past-tense-verb</c>.</summary>
    [JsonIgnore]
    public abstract string Name { get; }
}
