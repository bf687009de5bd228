using Microsoft.AspNetCore.Http;
using Rogatory.Api.Health;
using Rogatory.TestKit;

namespace Rogatory.Api.Tests.Health;

public sealed class GetHealthTests
{
    private readonly MovableTime _time = new();
    private readonly CountedProbe _probe = new();

    [Fact]
    public async Task However_many_ask_at_once_the_dependencies_are_asked_once_in_a_while()
    {
        var health = new GetHealth([_probe], _time);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => health.HandleAsync(CancellationToken.None))));
        Assert.Equal(1, _probe.Asked);
        _time.Advance(GetHealth.KeptFor);
        await health.HandleAsync(CancellationToken.None);
        Assert.Equal(2, _probe.Asked);
    }

    [Fact]
    public async Task What_is_no_longer_so_is_said_after_a_while()
    {
        var health = new GetHealth([_probe], _time);
        Assert.Equal(200, await StatusAsync(health));
        _probe.Fails = true;
        _time.Advance(GetHealth.KeptFor);
        Assert.Equal(503, await StatusAsync(health));
    }

    [Fact]
    public async Task Who_goes_away_ends_the_wait_of_nobody_else()
    {
        _probe.Held = new TaskCompletionSource();
        var health = new GetHealth([_probe], _time);
        using var gone = new CancellationTokenSource();
        Task<IResult> first = health.HandleAsync(gone.Token);
        Task<int?> second = StatusAsync(health);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _probe.Held.SetResult();
        Assert.Equal(200, await second);
    }

    private static async Task<int?> StatusAsync(GetHealth health) => ((IStatusCodeHttpResult)await health.HandleAsync(CancellationToken.None)).StatusCode;

    private sealed class CountedProbe : IReadinessProbe
    {
        private int _asked;

        public int Asked => _asked;

        public bool Fails { get; set; }

        public TaskCompletionSource? Held { get; set; }

        public string Name => "counted";

        public async Task ProbeAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            if (Held is { } held)
                await held.Task;
            if (Fails)
                throw new InvalidOperationException();
        }
    }
}
