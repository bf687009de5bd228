using System.Globalization;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class ParallelWriterTests(SystemUnderTest system)
{
    private Callers Callers => system.Callers;

    [Fact]
    public async Task Fifty_that_send_items_and_read_at_once_are_all_recorded_once()
    {
        (string Id, byte[] Content)[] items = [.. Enumerable.Range(0, 25).Select(number => (Name("item", number), Material.Of(500, number)))];
        string @case = await Callers.OpenAsync(items);
        IEnumerable<Task<Answer>> sends = items.Select(item => Callers.Partner.SendAsync(@case, item.Id, item.Content));
        IEnumerable<Task<Answer>> reads = Enumerable.Range(0, 25).Select(number => Callers.Officer(name: Name("officer", number)).ReadAsync(@case, "request"));

        Answer[] answers = await Task.WhenAll(sends.Concat(reads));
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 201, answer.Text));
        await Callers.ReceiptAsync(@case);
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Equal(items.Select(item => item.Id).Order(), ledger.Sealed.Order());
        Assert.Equal(25, ledger.Readings.Count);
        Assert.Single(ledger.Of("intake.receipt-issued"));
    }

    [Fact]
    public async Task Fifty_that_decide_read_and_repeat_at_once_are_all_recorded_once()
    {
        byte[] content = Material.Of(500);
        string @case = await Callers.CompleteAsync(("statement", content));
        IEnumerable<Task<Answer>> decisions = Enumerable.Range(0, 20).Select(number => Callers.Officer(name: Name("officer", number))
            .DecideAsync(@case, number % 2 == 0 ? "clarify" : "postpone", $"UNCAC art. {number}"));
        IEnumerable<Task<Answer>> reads = Enumerable.Range(0, 20).Select(number => Callers.Officer(name: Name("officer", number)).ReadAsync(@case, "statement"));
        IEnumerable<Task<Answer>> repeats = Enumerable.Range(0, 10).Select(_ => Callers.Partner.SendAsync(@case, "statement", content));

        Answer[] answers = await Task.WhenAll([.. decisions, .. reads, .. repeats]);
        Assert.All(answers, answer => answer.Is(200));
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        var citations = ledger.Of("review.clarification-asked").Concat(ledger.Of("review.request-postponed")).Select(data => (string)data["citation"]!);
        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"UNCAC art. {number}").Order(), citations.Order());
        Assert.Equal(20, ledger.Readings.Count);
        Assert.Equal(["statement"], ledger.Sealed);
    }

    [Fact]
    public async Task Of_many_that_send_one_item_or_accept_one_case_at_once_one_counts()
    {
        byte[] content = Material.Of(500);
        string @case = await Callers.OpenAsync(("statement", content));
        Answer[] sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Callers.Partner.SendAsync(@case, "statement", content)));
        Assert.Single(sent, answer => answer.Status == 201);
        Assert.Equal(9, sent.Count(answer => answer.Status == 200));
        await Callers.ReceiptAsync(@case);

        Answer[] accepted = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Callers.Officer(name: Name("officer", number)).DecideAsync(@case, "accept")));
        Assert.Single(accepted, answer => answer.Status == 200);
        Assert.Equal(9, accepted.Count(answer => answer.Status == 409));
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Single(ledger.Sealed);
        Assert.Single(ledger.Of("review.request-accepted"));
        Assert.Single(await system.Storage.NamesAsync("keys", $"{@case}/statement/"));
    }

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
