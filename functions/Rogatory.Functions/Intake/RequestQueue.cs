using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Intake;

namespace Rogatory.Functions.Intake;

/// <summary>Signed requests from partner systems that prefer a queue: what POST /requests does, answered in the partner's own queue.</summary>
public sealed class RequestQueue(ReceiveRequest receive, ServiceBusClient bus)
{
    [Function("RequestReceived")]
    public async Task RunAsync([ServiceBusTrigger("requests", Connection = "ServiceBus")] ServiceBusReceivedMessage message, CancellationToken stop)
    {
        ReadOnlyMemory<byte> body = message.Body.ToMemory();
        string? partner = message.ApplicationProperties.TryGetValue("rogatory-partner", out object? name) ? name as string : null;
        string? signature = message.ApplicationProperties.TryGetValue("rogatory-signature", out object? jws) ? jws as string : null;
        DateTimeOffset taken = message.EnqueuedTime;
        string? replyTo = message.ReplyTo;
        RequestReply reply = await receive.HandleAsync(new RequestMessage(body, partner, signature, taken, replyTo), stop);
        if (reply.Queue is null)
            return;

        ServiceBusMessage answer = new(new BinaryData(reply.Body)) { ContentType = reply.ContentType, CorrelationId = message.MessageId };
        answer.ApplicationProperties["rogatory-status"] = reply.Status;
        if (!string.IsNullOrEmpty(message.ReplyToSessionId))
            answer.SessionId = message.ReplyToSessionId;
        await using ServiceBusSender sender = bus.CreateSender(reply.Queue);
        await sender.SendMessageAsync(answer, stop);
    }
}
