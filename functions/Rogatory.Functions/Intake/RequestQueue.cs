using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Intake;
using Rogatory.Core;

namespace Rogatory.Functions.Intake;

/// <summary>Signed requests from partner systems that prefer a queue: what POST /requests does, answered in the partner's own queue.</summary>
public sealed class RequestQueue(ReceiveRequest receive, ServiceBusClient bus, TimeProvider time)
{
    // Ten deliveries at once would be over before a short outage is, and the request a dead letter.
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(30);

    [Function("RequestReceived")]
    public async Task RunAsync([ServiceBusTrigger("requests", Connection = "ServiceBus")] ServiceBusReceivedMessage message, CancellationToken stop)
    {
        ReadOnlyMemory<byte> body = message.Body.ToMemory();
        string? partner = message.ApplicationProperties.TryGetValue("rogatory-partner", out object? name) ? name as string : null;
        string? signature = message.ApplicationProperties.TryGetValue("rogatory-signature", out object? jws) ? jws as string : null;
        DateTimeOffset taken = message.EnqueuedTime;
        string? replyTo = message.ReplyTo;
        RequestReply reply = await AnswerAsync(new RequestMessage(body, partner, signature, taken, replyTo), stop);
        if (reply.Queue is null)
            return;

        ServiceBusMessage answer = new(new BinaryData(reply.Body)) { ContentType = reply.ContentType, CorrelationId = message.MessageId };
        answer.ApplicationProperties["rogatory-status"] = reply.Status;
        if (!string.IsNullOrEmpty(message.ReplyToSessionId))
            answer.SessionId = message.ReplyToSessionId;
        await using ServiceBusSender sender = bus.CreateSender(reply.Queue);
        await sender.SendMessageAsync(answer, stop);
    }

    private async Task<RequestReply> AnswerAsync(RequestMessage message, CancellationToken stop)
    {
        try
        {
            return await receive.HandleAsync(message, stop);
        }
        catch (StorageUnavailableException)
        {
            await Task.Delay(WhenUnavailable, time, stop);
            throw;
        }
    }
}
