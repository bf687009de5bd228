using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Transfer;

/// <summary>The transfer check decided on a disclosure. With the policy named, the same decision can be computed again from this line.</summary>
public sealed record TransferChecked : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "transfer.transfer-checked";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Whether the items may go, with or without conditions.</summary>
    [JsonIgnore]
    public bool IsAllowed => Outcome is TransferOutcome.Allowed or TransferOutcome.AllowedWithConditions;

    /// <summary>What it decided.</summary>
    public required TransferOutcome Outcome { get; init; }

    /// <summary>The instrument that applies, or null when none does.</summary>
    public required string? Instrument { get; init; }

    /// <summary>The facts, as codes.</summary>
    public required JsonObject Facts { get; init; }

    /// <summary>Hex SHA-256 over the canonical facts and the policy's digest.</summary>
    public required string Inputs { get; init; }

    /// <summary>The digest of the policy set.</summary>
    public required string Policy { get; init; }

    /// <summary>Each finding's rule and effect.</summary>
    public required IReadOnlyList<TransferCheckedFinding> Findings { get; init; }

    /// <summary>Codes of the conditions that travel with the data.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>How many officers must approve.</summary>
    public required int Approvals { get; init; }
}
