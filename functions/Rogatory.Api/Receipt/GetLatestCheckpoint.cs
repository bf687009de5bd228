using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Core;
using Rogatory.Core.Receipt;

namespace Rogatory.Api.Receipt;

public sealed class GetLatestCheckpoint(Checkpoints checkpoints)
{
    public async Task<IResult> HandleAsync(CancellationToken cancellationToken) =>
        await checkpoints.NewestAsync(cancellationToken) is { } newest
            ? Results.Bytes(Encoding.ASCII.GetBytes(newest.Statement), "application/jose")
            : throw new RefusedException("checkpoint-not-made", "No checkpoint is made before the first case is opened.");
}
