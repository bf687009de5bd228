using System.Text.Json.Nodes;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Tests.Access;

public sealed class OfficerCoursesTests
{
    private static readonly Course[] Courses = [.. PolicySet.Load().Access!.Courses.Values.OrderBy(one => one.Id, StringComparer.Ordinal)];

    [Fact]
    public async Task Each_course_is_listed_with_what_asks_for_it_and_what_earns_it()
    {
        var listed = (await Ran.Of("officer", "courses", "--json")).Json["courses"]!.AsArray();
        Assert.Equal(
            Courses.Select(one => (one.Id, one.Title, one.Versions[^1], one.Months)),
            listed.Select(one => ((string)one!["id"]!, (string)one["title"]!, (string)one["version"]!, (int)one["months"]!)));
        Assert.Equal(["friday-evening"], Names(listed, "incident-response", "drills"));
        Assert.Contains("PostClosing", Names(listed, "incident-response", "acts"));
        Assert.Equal(["PostProposal", "PostApproval"], Names(listed, "transfers-abroad", "acts"));
        Assert.Contains("GetItemContent", Names(listed, "special-categories", "actsOnSpecialCategories"));
        Assert.Contains("GetItemContent", Names(listed, "minors-and-vulnerable", "actsOnVulnerablePersons"));

        var text = (await Ran.Of("officer", "courses")).Output;
        Assert.Contains("transfers-abroad  version 1, counts for 12 months, LED art. 35 to 38\n  Transfers to other states\n  asked for by: PostProposal, PostApproval\n  earned by a drill: gdpr-adequacy,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_lists_the_courses_of_the_pack()
    {
        var rows = File.ReadLines(Path.Combine(CommandLineTests.Root(), "docs", "access.md")).SkipWhile(line => !line.StartsWith("| course |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        Assert.Equal(
            Courses.Select(one => $"| `{one.Id}` | {one.Title} | {one.Months} months | {(one.Drills.Count == 0 ? "none" : string.Join(", ", one.Drills.Select(drill => $"`{drill}`")))} |"), rows);
    }

    private static IEnumerable<string> Names(JsonArray listed, string course, string member) =>
        listed.Single(one => (string?)one!["id"] == course)![member]!.AsArray().Select(one => (string)one!);
}
