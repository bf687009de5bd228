using Azure.Storage.Blobs;
using Rogatory.Api.Health;

namespace Rogatory.LocalHost.Health;

internal sealed class ContainerProbe(BlobContainerClient container) : IReadinessProbe
{
    public string Name => container.Name;

    public Task ProbeAsync(CancellationToken cancellationToken) => container.GetPropertiesAsync(cancellationToken: cancellationToken);
}
