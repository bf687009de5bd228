using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>No key envelope names a retired version, and none can come any more: it is disabled.</summary>
public sealed record KeyVersionDisabled : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.key-version-disabled";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The version's id.</summary>
    public required string Key { get; init; }
}
