using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Intake;

/// <summary>The format on paper against the reader.</summary>
public sealed partial class RequestFormatTests
{
    private static readonly Dictionary<string, string> Members = Rows("## Members");

    public static TheoryData<string> Vocabularies => [.. Codes.Keys];

    private static Dictionary<string, FrozenSet<string>> Codes { get; } = new()
    {
        ["/authority/role"] = RequestVocabulary.AuthorityRoles,
        ["/proceeding/nature"] = RequestVocabulary.ProceedingNatures,
        ["/legalBasis/instrument"] = PolicySet.Load().Instruments,
        ["/purpose"] = RequestVocabulary.Purposes,
        ["/assistance/*/kind"] = RequestVocabulary.AssistanceKinds,
        ["/persons/*/role"] = RequestVocabulary.PersonRoles,
        ["/urgency"] = RequestVocabulary.Urgencies,
        ["/handling"] = RequestVocabulary.Handlings,
        ["/dataCategories"] = RequestVocabulary.DataCategories,
    };

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void The_paper_lists_the_codes_that_are_accepted(string pointer) =>
        Assert.Equal(Codes[pointer].Order(StringComparer.Ordinal), Quoted().Matches(Members[pointer]).Select(match => match.Groups["code"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void The_paper_names_every_slug_that_the_reader_can_give()
    {
        IEnumerable<string> ofValues = MalformedRequestTests.WrongValues.Select(row => (string)row[2]);
        string[] ofTheRest = ["too-large", "malformed-json", "unknown-member", "duplicate-member", "too-long", "too-many"];
        Assert.Equal(
            ofValues.Concat(ofTheRest).Distinct().Order(StringComparer.Ordinal),
            Rows("## Faults").Keys.SelectMany(keys => keys.Split(' ')).Order(StringComparer.Ordinal));
    }

    /// <summary>The table under a heading, by what stands in backquotes in the first column.</summary>
    private static Dictionary<string, string> Rows(string heading) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Intake", "FORMAT.md")).Split(heading)[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', 3))
            .ToDictionary(cells => cells[1].Trim().Replace("`", "", StringComparison.Ordinal), cells => cells[2]);

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Quoted();
}
