using Microsoft.AspNetCore.Http;

namespace Rogatory.Api.Health;

/// <summary>Asks every dependency, for whoever wants to know; so all who ask within <see cref="KeptFor"/> get one answer.</summary>
public sealed class GetHealth(IEnumerable<IReadinessProbe> probes, TimeProvider time)
{
    /// <summary>A stranger who asks all the time must not use up what the dependencies allow.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private Task<HealthCheck[]>? _answer;
    private DateTimeOffset _askedAt;

    public async Task<IResult> HandleAsync(CancellationToken cancellationToken)
    {
        HealthCheck[] checks = await AnswerAsync().WaitAsync(cancellationToken);
        bool ready = checks.All(check => check.Ready);
        return Results.Json(
            new HealthReport(ready ? "ready" : "not-ready", checks),
            ApiJson.Options,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private Task<HealthCheck[]> AnswerAsync()
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_answer is null || (_answer.IsCompleted && (now - _askedAt).Duration() >= KeptFor))
                (_answer, _askedAt) = (Task.WhenAll(probes.Select(CheckAsync)), now);
            return _answer;
        }
    }

    private async Task<HealthCheck> CheckAsync(IReadinessProbe probe)
    {
        using var deadline = new CancellationTokenSource();
        try
        {
            await probe.ProbeAsync(deadline.Token).WaitAsync(Patience, time);
            return new HealthCheck(probe.Name, Ready: true);
        }
        catch
        {
            // Why it is not there is for the log of whoever runs it, not for anyone who asks.
            await deadline.CancelAsync();
            return new HealthCheck(probe.Name, Ready: false);
        }
    }
}
