using System.Text.Json.Nodes;
using Rogatory.Core.Case;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The host is killed at a call to storage, anywhere in the life of a case; the callers try again, and the case goes on.</summary>
[Collection(KillableCollection.Name)]
public sealed class KilledHostTests(KillableSystem system)
{
    private static readonly byte[] First = Material.Of(20_000, seed: 1);
    private static readonly byte[] Second = Material.Of((8 << 20) + 20_000, seed: 2);

    private Callers Callers => system.Callers;

    // One life for each row, in which the host is killed at one point after another.
    private static readonly KillPoint[][] Lives =
    [
        [
            new("PUT", "/keys/", 1, true), // the request's envelope
            new("PUT", "/keys/{case}/first/", 1, true), // the first item's envelope
            new("PUT", "/keys/{case}/second/", 1, true), // the second item's envelope
            new("PUT", "/statements/", 1, true), // the receipt
            new("PUT", "/keys/{case}/request.consultation-", 1, true), // the justification's envelope
        ],
        [
            new("PUT", "/vault/{case}/second/", 1, false), // the second item's first block, with the rest to come
            new("PUT", "/vault/{case}/second.findings/", 1, true), // what was found in it, staged
            new("PUT", "/keys/{case}/second.findings/", 1, true), // its envelope
        ],
        [
            new("PUT", "comp=appendblock", 1, false), // the opening
            new("PUT", "comp=appendblock", 1, true),
            new("PUT", "comp=appendblock", 2, false), // the third line, whichever comes then
            new("PUT", "comp=appendblock", 1, true),
        ],
        [
            new("PUT", "comp=appendblock", 5, false), // the fifth line, whichever comes then
            new("PUT", "comp=appendblock", 3, true), // the seventh
            new("PUT", "comp=appendblock", 2, false), // the ninth
            new("PUT", "comp=appendblock", 1, true),
        ],
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Lives.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_host_killed_at_any_point_loses_and_doubles_nothing(int life)
    {
        await system.EnsureHostAsync();
        JsonObject letter = Letter.Declaring(("first", First), ("second", Second));
        Officer officer = Callers.Officer();
        string @case = CaseId.Of(Callers.Partner.Id, (string)letter["reference"]!).ToString();
        Func<bool> isKilled = system.KillHostAt(@case, Lives[life]);

        Assert.InRange((await system.InsistAsync(() => Callers.Partner.OpenAsync(letter))).Status, 200, 201);
        Assert.InRange((await system.InsistAsync(() => Callers.Partner.SendAsync(@case, "first", First))).Status, 200, 201);
        Assert.InRange((await system.InsistAsync(() => Callers.Partner.SendAsync(@case, "second", Second))).Status, 200, 201);
        await Eventually.TrueAsync("the receipt is issued", async () =>
            (await system.InsistAsync(() => Callers.Partner.GetAsync($"/requests/{@case}/receipt"))).Status == 200);
        Assert.Equal(First, (await system.InsistAsync(() => officer.ReadAsync(@case, "first"))).Is(200).Body);
        (await system.InsistAsync(() => officer.DecideAsync(@case, "accept"))).Is(200);

        await system.InsistAsync(async () =>
        {
            await Callers.ClassifiedAsync(@case);
            return await Callers.GetAsync("/health");
        });
        Assert.True(isKilled(), "A call at which the host is killed was never made.");
        Assert.Equal(Second, (await system.InsistAsync(() => officer.ReadAsync(@case, "second"))).Is(200).Body);
        await NothingIsOrphanedAsync(@case);
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Equal(["first", "second"], ledger.Sealed);
        Assert.Single(ledger.Of("intake.request-opened"));
        Assert.Single(ledger.Of("intake.receipt-issued"));
        Assert.Single(ledger.Of("review.request-accepted"));
        Assert.Equal(["first", "request", "second"], ledger.Of("classification.item-classified").Select(data => (string)data["item"]!).Order(StringComparer.Ordinal));
        Assert.Single(ledger.Readings, data => (string?)data["item"] == "first");
    }

    private Task NothingIsOrphanedAsync(string @case) => Eventually.TrueAsync("every orphaned envelope is destroyed", async () =>
    {
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        var counted = ledger.Of("sealing.item-sealed").Select(data => $"{@case}/{data["item"]}/{data["attempt"]}/0");
        return (await system.Storage.NamesAsync("keys", $"{@case}/")).Order(StringComparer.Ordinal).SequenceEqual(counted.Order(StringComparer.Ordinal));
    });
}
