using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class PersonNumberTests
{
    private static readonly Dictionary<string, NumberRule> Rules =
        IdentityDetectors.All().OfType<NumberRule>().ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Those of which the last character is not what the others say it is.</summary>
    private static readonly string[] Unbound = ["au-medicare", "dk-cpr", "gb-nino", "ie-ppsn", "in-pan", "us-itin", "us-ssn"];

    /// <summary>Those of which a shorter or longer one may be right too.</summary>
    private static readonly string[] OfTwoLengths = ["au-medicare", "au-tfn", "cz-birth-number", "hk-id", "ie-ppsn", "nl-bsn", "nz-ird"];

    /// <summary>Those of which one in ten of all numbers as long is right, and that are seldom met: without groups a word must say what they are.</summary>
    private static readonly string[] NeverAlone = ["il-id", "jp-my-number", "nz-ird"];

    public static TheoryData<string> Ids => [.. MadeUpNumbers.ById.Keys];

    [Fact]
    public void Every_rule_of_a_number_is_tested_here() =>
        Assert.Empty(Rules.Values.OfType<PersonNumber>().Select(rule => rule.Id).Except(MadeUpNumbers.ById.Keys));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_right_one_is_found_where_nothing_else_stands_and_behind_its_word(string id)
    {
        NumberRule rule = Rules[id];
        var pack = new DetectorPack([rule]);
        foreach (string number in Made(id, 100))
        {
            if (NeverAlone.Contains(id))
            {
                AssertNothing(pack, number);
            }
            else
            {
                AssertFound(pack, number, number, 0.3);
                AssertFound(pack, number.ToLowerInvariant(), number.ToLowerInvariant(), 0.3);
            }

            AssertFound(pack, $"Ref. {rule.Context[0]}: {number}, gone.", number, 0.9);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_other_check_character_is_refused(string id)
    {
        if (Unbound.Contains(id))
            return;
        var pack = new DetectorPack([Rules[id]]);
        foreach (string number in Made(id, 40))
        {
            string alphabet = char.IsDigit(number[^1]) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            foreach (char other in alphabet.Where(other => other != number[^1]))
                AssertNothing(pack, number[..^1] + other);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_longer_shorter_or_a_part_of_something_is_refused(string id)
    {
        var pack = new DetectorPack([Rules[id]]);
        foreach (string number in Made(id, 40))
        {
            string context = Rules[id].Context[0];
            AssertNothing(pack, $"{context} {number}77");
            AssertNothing(pack, $"{context} 77{number}");
            AssertNothing(pack, $"{context} x{number}");
            AssertNothing(pack, $"{context} {number},5");
            AssertNothing(pack, $"{context} €{number}");
            AssertNothing(pack, $"{context} {number}%");
            if (!OfTwoLengths.Contains(id))
            {
                AssertNothing(pack, $"{context} {number}7");
                AssertNothing(pack, $"{context} {number[..^1]}");
                AssertNothing(pack, $"{context} {number[1..]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fillers_are_refused(string id)
    {
        var pack = new DetectorPack([Rules[id]]);
        for (int length = 7; length <= 18; length++)
        {
            AssertNothing(pack, new string('0', length));
            AssertNothing(pack, new string('9', length));
        }
    }

    private static IEnumerable<string> Made(string id, int count) => Enumerable.Range(1, count).Select(seed => MadeUpNumbers.ById[id](new MadeUpNumbers(seed)));

    private static void AssertFound(DetectorPack pack, string text, string value, double atLeast)
    {
        List<Finding> found = Classified.By(pack, text);
        Assert.True(
            found.Count == 1 && Classified.Value(text, found[0]) == value && found[0].Confidence >= atLeast,
            $"{value} in '{text}': {string.Join(", ", found.Select(finding => $"{Classified.Value(text, finding)} {finding.Confidence}"))}");
    }

    private static void AssertNothing(DetectorPack pack, string text) => Assert.True(Classified.By(pack, text).Count == 0, text);
}
