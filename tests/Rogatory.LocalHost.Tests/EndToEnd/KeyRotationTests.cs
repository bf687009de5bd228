using System.Text.Json.Nodes;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The key-encryption key is rotated over the whole system, with the host killed on the way. The system is its own: other tests name first envelopes.</summary>
public sealed class KeyRotationTests(KillableSystem system) : IClassFixture<KillableSystem>
{
    private static readonly byte[] Content = Material.Of(20_000, seed: 7);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task Only_an_admin_begins_a_rotation_and_who_audits_sees_how_far_it_is()
    {
        await system.EnsureHostAsync();
        (await Callers.Officer("reviewer").PostAsync("/keys/rotations", [])).Refuses(403, "role-required");
        (await Callers.Officer("reviewer").GetAsync("/keys/rotations/latest")).Refuses(403, "role-required");
        (await Callers.GetAsync("/keys/rotations/latest")).Refuses(401, "token-missing");
        (await Callers.Officer("auditor").GetAsync("/keys/rotations/99")).Refuses(404, "rotation-not-found");
        (await Callers.Officer("auditor").GetAsync("/keys/rotations/first")).Refuses(404, "rotation-not-found");
        (await Callers.Officer("auditor").GetAsync("/keys/rotations/latest")).Is(200);
    }

    [Theory]
    [InlineData("PUT", "/keys/", 4, true)] // the last one
    [InlineData("PUT", "comp=appendblock", 1, false)] // the line that lets them count
    [InlineData("PUT", "comp=appendblock", 1, true)]
    [InlineData("DELETE", "/keys/", 1, false)] // the first old envelope
    public async Task A_host_killed_in_the_middle_of_a_rotation_goes_on_with_it_and_loses_nothing(string method, string inTarget, int nth, bool isAfter)
    {
        await system.EnsureHostAsync();
        Officer admin = Callers.Officer("admin");
        string @case = await Callers.CompleteAsync(("first", Content));
        string before = await PublishedAsync();
        Func<bool> isKilled = system.KillHostAt(@case, new KillPoint(method, inTarget, nth, isAfter));

        Answer begun = (await system.InsistAsync(() => admin.PostAsync("/keys/rotations", []))).Is(202);
        int number = (int)begun.Json["rotation"]!;
        Assert.Equal($"/api/v1/keys/rotations/{number}", begun.Headers["location"]);
        JsonObject status = await Eventually.GetAsync("the rotation has finished", async () =>
        {
            JsonObject now = (await system.InsistAsync(() => admin.GetAsync($"/keys/rotations/{number}"))).Is(200).Json;
            return now["rotation"]!["finishedAt"] is null ? null : now;
        });

        Assert.True(isKilled(), "The call at which the host is killed was never made.");
        Assert.Equal(0, (int)status["left"]!);
        Assert.Equal(0, (int)status["rotation"]!["failed"]!);
        string after = await PublishedAsync();
        Assert.NotEqual(before, after);
        Assert.Equal((string?)begun.Json["key"], after);
        Assert.Equal("newest", (string?)status["versions"]!.AsArray().Single(one => (string?)one!["key"] == after)!["state"]);
        Assert.Equal("retired", (string?)status["versions"]!.AsArray().Single(one => (string?)one!["key"] == before)!["state"]);

        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Dictionary<string, int> counts = ledger.Of("retention.keys-rotated").SelectMany(data => data["items"]!.AsArray())
            .GroupBy(one => (string)one!["item"]!).ToDictionary(one => one.Key, one => (int)one.Last()!["rotation"]!);
        Assert.Equal(["first", "first.findings", "request", "request.findings"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            ledger.Of("sealing.item-sealed").Select(data => $"{@case}/{data["item"]}/{data["attempt"]}/{counts[(string)data["item"]!]}").Order(StringComparer.Ordinal),
            (await system.Storage.NamesAsync("keys", $"{@case}/")).Order(StringComparer.Ordinal));
        Assert.Equal(Content, (await system.InsistAsync(() => Callers.Officer().ReadAsync(@case, "first"))).Is(200).Body);
    }

    private async Task<string> PublishedAsync() => (string)(await system.InsistAsync(() => Callers.GetAsync("/authority"))).Is(200).Json["keys"]!.AsArray()
        .Single(key => (string?)key!["use"] == "enc")!["kid"]!;
}
