using System.Globalization;
using Azure.Storage.Queues;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.Azure.Flow;

/// <summary>Wake-ups as messages whose whole text is <c>{case}:{ledger length}</c>.</summary>
public sealed class StorageCaseQueue(QueueClient queue) : ICaseQueue
{
    public async Task WakeAsync(CaseId @case, long ledgerLength, CancellationToken cancellationToken)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{@case}:{ledgerLength}");
        try
        {
            await queue.SendMessageAsync(text, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(queue.Name, failure);
        }
    }
}
