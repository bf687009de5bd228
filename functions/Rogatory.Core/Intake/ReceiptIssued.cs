using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>The signed intake receipt exists. It speaks of the ledger as it stood before this line.</summary>
public sealed record ReceiptIssued : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "intake.receipt-issued";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Hex SHA-256 of the statement as stored.</summary>
    public required string Statement { get; init; }

    /// <summary>The number of ledger lines the receipt names.</summary>
    public required long Size { get; init; }

    /// <summary>Hex RFC 9162 root over those lines.</summary>
    public required string Root { get; init; }
}
