using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>A patrol found that a copy, or the partner's key envelope, is not what was released. From here on nothing of the disclosure is handed out.</summary>
public sealed record CopyFailed : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.copy-failed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>What is wrong with its copy.</summary>
    public required CopyFault Fault { get; init; }
}
