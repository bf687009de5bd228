using System.Text.Json.Nodes;

namespace Rogatory.LocalHost.Tests.EndToEnd;

public sealed class UnreachableStorageTests(SystemUnderTest system) : IClassFixture<SystemUnderTest>
{
    private static readonly byte[] Content = Material.Of(5000);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task While_storage_is_away_health_says_so_and_calls_are_answered_503_and_after_it_work_goes_on()
    {
        string complete = await Callers.CompleteAsync(("statement", Content));
        string open = await Callers.OpenAsync(("first", Content), ("second", Content));
        await Callers.SendAsync(open, ("first", Content));
        Officer officer = Callers.Officer();

        await system.StopGateAsync();
        JsonObject health = (await Eventually.GetAsync("health says not ready", async () =>
            await Callers.GetAsync("/health") is { Status: 503 } answer ? answer : null)).Json;
        Assert.Equal("not-ready", (string?)health["status"]);
        Assert.Equal(["vault", "keys", "ledger", "statements", "cases", "nonces", "inbound", "arrivals", "clock"],
            health["checks"]!.AsArray().Where(check => !(bool)check!["ready"]!).Select(check => (string)check!["name"]!));
        (await Callers.GetAsync("/authority")).Is(200);
        foreach (Func<Task<Answer>> call in (Func<Task<Answer>>[])
        [
            () => Callers.Partner.OpenAsync(Letter.Declaring(("statement", Content))),
            () => Callers.Partner.GetAsync($"/requests/{open}"),
            () => Callers.Partner.GetAsync($"/requests/{complete}/receipt"),
            () => Callers.Partner.SendAsync(open, "second", Content),
            () => officer.GetAsync("/cases"),
            () => officer.GetAsync($"/cases/{complete}"),
            () => officer.GetAsync($"/cases/{complete}/ledger"),
            () => officer.ReadAsync(complete, "statement"),
            () => officer.DecideAsync(complete, "accept"),
        ])
        {
            Answer answer = await call();
            answer.Refuses(503, "storage-unavailable");
            Assert.Contains("retry-after", answer.Headers.Keys);
        }

        await system.StartGateAsync();
        await Eventually.TrueAsync("health says ready", async () => (await Callers.GetAsync("/health")).Status == 200);
        await Callers.SendAsync(open, ("second", Content));
        await Callers.ReceiptAsync(open);
        (await officer.DecideAsync(complete, "accept")).Is(200);
        Assert.Equal(["first", "second"], (await Callers.LedgerAsync(open)).Sealed);
        Assert.Single((await Callers.LedgerAsync(complete)).Of("review.request-accepted"));
    }
}
