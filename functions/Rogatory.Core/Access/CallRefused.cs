using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>A call of the actor was refused at the gate; written at the first, the fifth, the tenth, the fiftieth, the hundredth and the thousandth in an hour of a host.</summary>
public sealed record CallRefused : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.call-refused";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What was asked, as the OpenAPI document names the call.</summary>
    public required string Act { get; init; }

    /// <summary>The rule that was not met: the first of them.</summary>
    public required string Rule { get; init; }

    /// <summary>The hour that is counted.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>How often it was refused in that hour so far, at the least.</summary>
    public required int AtLeast { get; init; }
}
