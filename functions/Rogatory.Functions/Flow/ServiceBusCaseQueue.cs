using Azure.Messaging.ServiceBus;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.Functions.Flow;

/// <summary>Wake-ups over Service Bus. The message id makes a repeat of the same change known to the queue, and no other.</summary>
public sealed class ServiceBusCaseQueue(ServiceBusClient bus) : ICaseQueue
{
    private readonly ServiceBusSender _sender = bus.CreateSender("cases");

    public async Task WakeAsync(CaseId @case, long ledgerLength, CancellationToken cancellationToken)
    {
        string text = WakeUpText.Of(@case, ledgerLength);
        try
        {
            await _sender.SendMessageAsync(new ServiceBusMessage(text) { MessageId = text, SessionId = @case.ToString() }, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException("cases", failure);
        }
    }

    /// <summary>Opens the link to the queue, which sends nothing.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using ServiceBusMessageBatch batch = await _sender.CreateMessageBatchAsync(cancellationToken);
    }
}
