using System.Text.Json.Nodes;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Tests.Classification.Reading;

namespace Rogatory.Core.Tests.Classification;

public sealed class FindingTallyTests
{
    [Fact]
    public void However_much_is_found_all_of_it_is_counted_and_the_first_is_listed()
    {
        var tally = new FindingTally();
        for (int number = 0; number < FindingTally.MostListed + 7; number++)
            tally.Add(Some(number, number % 2 == 0 ? 0.5 : 0.49));

        Assert.Equal(FindingTally.MostListed / 2 + 4, tally.Categories["iban"]);
        Assert.Equal(FindingTally.MostListed / 2 + 3, tally.Doubtful["iban"]);
        var report = new ReadingReport { Format = "text", Parts = [], Unread = [], Breaches = [] };
        JsonNode document = JsonNode.Parse(FindingsDocument.Write("statement", "0123456789abcdef", report, tally))!;
        Assert.Equal((FindingTally.MostListed, 7), (document["findings"]!.AsArray().Count, (int)document["more"]!));
        Assert.Equal(0, (int)document["findings"]![0]!["start"]!);
    }

    [Fact]
    public void A_text_that_is_longer_than_the_limit_is_read_up_to_it_and_the_rest_is_unread()
    {
        ReadItem read = ReadItem.Of(string.Concat(Enumerable.Repeat("word after word\n", 10_000)), limits: new ReadingLimits { Length = 100_000 });
        Assert.Equal(100_000, read.Text.Length);
        read.Breaches(BreachKind.Length);
        read.IsUnread("text", UnreadReason.Limit);
        ReadItem.Of("word", limits: new ReadingLimits { Length = 4 }).IsWhole();
    }

    private static Finding Some(long start, double confidence) => new("iban", "iban", start, start + 1, confidence, ["check digits"], new Locator("text", Line: 1));
}
