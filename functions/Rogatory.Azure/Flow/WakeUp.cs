using System.Globalization;
using Azure.Storage.Queues.Models;
using Rogatory.Core.Case;

namespace Rogatory.Azure.Flow;

/// <summary>A wake-up that was received and is hidden from others for a while.</summary>
public sealed record WakeUp
{
    private WakeUp(CaseId @case, long ledgerLength, QueueMessage message) =>
        (Case, LedgerLength, MessageId, PopReceipt) = (@case, ledgerLength, message.MessageId, message.PopReceipt);

    public CaseId Case { get; }

    /// <summary>How long the case's ledger was when the wake-up was sent.</summary>
    public long LedgerLength { get; }

    internal string MessageId { get; }

    internal string PopReceipt { get; }

    internal static WakeUp? Parse(QueueMessage message) =>
        message.Body.ToString().Split(':') is [var caseText, var lengthText]
        && CaseId.TryParse(caseText, out var @case)
        && long.TryParse(lengthText, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new WakeUp(@case, length, message)
            : null;
}
