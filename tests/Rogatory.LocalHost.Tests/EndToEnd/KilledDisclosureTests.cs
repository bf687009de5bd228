using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The host is killed at a call to storage, anywhere in the life of a disclosure; the callers try again, and it comes to the same end.</summary>
[Collection(KillableCollection.Name)]
public sealed class KilledDisclosureTests(KillableSystem system)
{
    private const string Item = "statement";
    private const string Approver = "officer-two";
    private static readonly byte[] Content = Material.Of(20_000);

    private Callers Callers => system.Callers;

    // One life for each row, in which the host is killed at one point after another. A line is lost where the append never came, and stands where only its
    // answer is lost.
    private static readonly KillPoint[][] Lives =
    [
        [
            new("PUT", "/keys/", 3, true), // the partner's envelope
            new("PUT", "/statements/", 1, true), // the manifest
            new("PUT", "comp=appendblock", 2, true), // the fetch's line
        ],
        [
            new("PUT", "/outbound/", 2, true), // the copy
            new("PUT", "comp=appendblock", 1, false), // the release's line
            new("PUT", "comp=appendblock", 4, false), // the receipt's line
        ],
        [
            new("PUT", "comp=appendblock", 1, true), // the proposal's line
            new("PUT", "comp=appendblock", 1, false), // the approval's line
            new("PUT", "/statements/", 1, true), // the grant
            new("PUT", "comp=appendblock", 6, false), // the removal's line
            new("PUT", "/statements/", 1, true), // the recall
        ],
        [
            new("DELETE", "/keys/", 1, true), // the removal of the partner's envelope
            new("DELETE", "/outbound/", 1, true), // the removal of the copy
        ],
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Lives.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_host_killed_at_any_point_releases_nothing_early_and_loses_and_doubles_nothing(int life)
    {
        await system.EnsureHostAsync();
        string @case = await AcceptedAsync();
        Func<bool> isKilled = system.KillHostAt(@case, Lives[life]);

        string id = (string)(await system.InsistAsync(ProposeAsync)).Is(201).Json["disclosure"]!;
        Assert.Empty(await system.Storage.NamesAsync("outbound", $"{@case}/"));
        (await system.InsistAsync(() => ApproveAsync(id))).Is(200);
        DisclosureContent content = await CollectableAsync(id);
        string receipt = await ReceiptAsync(@case, content);
        (await system.InsistAsync(() => Callers.Partner.CallAsync(HttpMethod.Post, $"/api/v1/disclosures/{id}/receipt", Encoding.ASCII.GetBytes(receipt), type: "application/jose"))).Is(200);
        await Eventually.TrueAsync("copy and envelope are removed", async () => (bool)(await DisclosureAsync(@case))["copiesRemoved"]!);
        (await system.InsistAsync(() => RecallAsync(id))).Is(200);

        Assert.True(isKilled(), "A call at which the host is killed was never made.");
        Assert.Equal("recalled", (string?)(await DisclosureAsync(@case))["step"]);
        Assert.Empty(await system.Storage.NamesAsync("outbound", $"{@case}/"));
        Assert.Equal(Content, (await system.InsistAsync(() => Callers.Officer().ReadAsync(@case, Item))).Is(200).Body);
        await NothingIsOrphanedAsync(@case);
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        foreach (string once in (string[])[
            "disclosure.disclosure-proposed", "disclosure.disclosure-approved", "transfer.grant-issued", "disclosure.item-released", "disclosure.manifest-issued",
            "receipt.collection-received", "disclosure.copies-removed", "disclosure.disclosure-recalled"])
            Assert.True(ledger.Of(once).Count == 1, $"{once} stands in the ledger {ledger.Of(once).Count} times.");
        Assert.InRange(ledger.Of("disclosure.disclosure-fetched").Count, 1, 2);

        Task<Answer> ProposeAsync() => Callers.Officer().PostAsync($"/cases/{@case}/disclosures", Encoding.UTF8.GetBytes(Proposal(Callers.Partner.Id.ToString()).ToJsonString()));
    }

    private static JsonObject Proposal(string partner) => JsonNode.Parse($$$"""
        {
          "items": ["{{{Item}}}"], "partner": "{{{partner}}}",
          "facts": {
            "sender": {"kind": "competent-public-authority"},
            "recipient": {"kind": "competent-authority", "acceptsUseLimits": true},
            "instrument": {"bindsBothStates": true, "otherTreaty": "none", "subjectMatter": ["corruption"]},
            "request": {"coerciveMeasure": false, "formMet": true, "confidentialityPossible": true},
            "use": "as-requested", "origin": {"kind": "own"}, "data": {"subjects": ["suspect"]},
            "necessity": {"value": true, "reasons": "{{{Officer.Justification}}}"},
            "grounds": {"dualCriminality": {"value": true, "reasons": "{{{Officer.Justification}}}"}},
            "found": {"unreadReviewed": {"value": true, "reasons": "{{{Officer.Justification}}}"}}
          }
        }
        """)!.AsObject();

    private async Task<string> AcceptedAsync()
    {
        string @case = await Callers.CompleteAsync((Item, Content));
        (await Callers.Officer().DecideAsync(@case, "accept")).Is(200);
        return @case;
    }

    private Task<Answer> ApproveAsync(string id) => Callers.Officer("approver", Approver).PostAsync(
        $"/disclosures/{id}/approvals", Encoding.UTF8.GetBytes($$"""{"decision":"approve","reasons":"{{Officer.Justification}}"}"""));

    private Task<Answer> RecallAsync(string id) => Callers.Officer().PostAsync(
        $"/disclosures/{id}/recall", Encoding.UTF8.GetBytes($$"""{"measure":"restrict","citation":"LED art. 7(3)","reasons":"{{Officer.Justification}}"}"""));

    private async Task<DisclosureContent> CollectableAsync(string id) => await Eventually.GetAsync("there is something to collect", async () =>
    {
        Answer answer = await system.InsistAsync(() => Callers.Partner.FetchAsync(id));
        return answer.Status == 200 && answer.Json["items"]!.AsArray().Count == 1 ? new DisclosureContent(id, (string)answer.Json["manifest"]!) : null;
    });

    private async Task<string> ReceiptAsync(string @case, DisclosureContent content)
    {
        string root = (string)(await Callers.LedgerAsync(@case)).Of("sealing.item-sealed").Single(data => (string?)data["item"] == Item)["sealedRoot"]!;
        var receipt = new CollectionReceipt(
            DisclosureId.TryParse(content.Id, out DisclosureId id) ? id : default, DisclosureStatements.DigestOf(content.Manifest),
            [new ReceiptItem(ItemId.Parse(Item), root)], TimeProvider.System.GetUtcNow());
        return await Callers.Partner.SignAsync(CollectionReceipt.Type, receipt.ToJson());
    }

    private async Task<JsonObject> DisclosureAsync(string @case) =>
        (await system.InsistAsync(() => Callers.Officer().GetAsync($"/cases/{@case}"))).Is(200).Json["disclosures"]!.AsArray().Single()!.AsObject();

    private Task NothingIsOrphanedAsync(string @case) => Eventually.TrueAsync("every orphaned envelope is destroyed", async () =>
    {
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        var counted = ledger.Of("sealing.item-sealed").Select(data => $"{@case}/{data["item"]}/{data["attempt"]}/0");
        return (await system.Storage.NamesAsync("keys", $"{@case}/")).Order(StringComparer.Ordinal).SequenceEqual(counted.Order(StringComparer.Ordinal));
    });

    private sealed record DisclosureContent(string Id, string Manifest);
}
