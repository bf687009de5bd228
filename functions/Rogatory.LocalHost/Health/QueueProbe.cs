using Azure.Storage.Queues;
using Rogatory.Api.Health;

namespace Rogatory.LocalHost.Health;

internal sealed class QueueProbe(QueueClient queue) : IReadinessProbe
{
    public string Name => "queue";

    public Task ProbeAsync(CancellationToken cancellationToken) => queue.GetPropertiesAsync(cancellationToken);
}
