using Microsoft.AspNetCore.Http;

namespace Rogatory.Api.Health;

public sealed class GetHealth(IEnumerable<IReadinessProbe> probes, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IResult> HandleAsync(CancellationToken cancellationToken)
    {
        HealthCheck[] checks = await Task.WhenAll(probes.Select(probe => CheckAsync(probe, cancellationToken)));
        bool ready = checks.All(check => check.Ready);
        return Results.Json(
            new HealthReport(ready ? "ready" : "not-ready", checks),
            ApiJson.Options,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<HealthCheck> CheckAsync(IReadinessProbe probe, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await probe.ProbeAsync(deadline.Token).WaitAsync(Patience, time, cancellationToken);
            return new HealthCheck(probe.Name, Ready: true);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Why it is not there is for the log of whoever runs it, not for anyone who asks.
            await deadline.CancelAsync();
            return new HealthCheck(probe.Name, Ready: false);
        }
    }
}
