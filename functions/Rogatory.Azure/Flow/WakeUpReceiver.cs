using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Rogatory.Core;
using Rogatory.Core.Case;

namespace Rogatory.Azure.Flow;

/// <summary>
/// The receiving side of <see cref="StorageCaseQueue"/>. A wake-up that is not completed comes again after <paramref name="visibility"/>;
/// one that came <see cref="MostDeliveries"/> times in vain, or that nobody can read, goes to the poison queue.
/// </summary>
public sealed class WakeUpReceiver(QueueClient queue, QueueClient poison, TimeSpan visibility)
{
    public const int MostDeliveries = 5;

    /// <summary>What one request to a storage queue can bring.</summary>
    public const int LargestBatch = 32;

    /// <summary>Receives at most <see cref="LargestBatch"/> wake-ups, without waiting for one.</summary>
    public async Task<WakeUpBatch> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(LargestBatch, visibility, cancellationToken);
            var wakeUps = new List<WakeUp>(messages.Length);
            var poisoned = new List<CaseId?>();
            foreach (var message in messages)
            {
                var wakeUp = WakeUp.Parse(message);
                if (wakeUp is not null && message.DequeueCount <= MostDeliveries)
                {
                    wakeUps.Add(wakeUp);
                    continue;
                }

                await PoisonAsync(message, cancellationToken);
                poisoned.Add(wakeUp?.Case);
            }

            return new WakeUpBatch(wakeUps, poisoned);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(queue.Name, failure);
        }
    }

    /// <summary>Takes a wake-up off the queue. One that came back to the queue meanwhile stays there and comes again.</summary>
    public async Task CompleteAsync(WakeUp wakeUp, CancellationToken cancellationToken)
    {
        try
        {
            await DeleteAsync(wakeUp.MessageId, wakeUp.PopReceipt, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(queue.Name, failure);
        }
    }

    // First there, then gone here: a message may be doubled by a crash between the two, never lost.
    private async Task PoisonAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await poison.SendMessageAsync(message.Body, timeToLive: Forever, cancellationToken: cancellationToken);
        await DeleteAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }

    private async Task DeleteAsync(string messageId, string popReceipt, CancellationToken cancellationToken)
    {
        try
        {
            await queue.DeleteMessageAsync(messageId, popReceipt, cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == QueueErrorCode.MessageNotFound || refusal.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
        }
    }

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
}
