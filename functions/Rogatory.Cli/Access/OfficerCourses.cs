using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Access;

internal sealed class OfficerCourses() : CliCommand("courses", "Lists the courses of the catalogue, offline: how long each counts, what asks for it, and which drills earn it.", "rogatory officer courses")
{
    protected override Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        AccessPolicy policy = PolicySet.Load().Access!;
        var (courses, text) = (new JsonArray(), new StringBuilder());
        foreach (var course in policy.Courses.Values.OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            var (always, special, vulnerable) = (Acts(policy, rule => rule.Courses, course), Acts(policy, rule => rule.IfSpecial, course), Acts(policy, rule => rule.IfVulnerable, course));
            courses.Add(new JsonObject
            {
                ["id"] = course.Id, ["title"] = course.Title, ["version"] = course.Versions[^1], ["months"] = course.Months, ["citation"] = course.Citation,
                ["acts"] = Array(always), ["actsOnSpecialCategories"] = Array(special), ["actsOnVulnerablePersons"] = Array(vulnerable), ["drills"] = Array(course.Drills),
            });
            text.Append(PlainText.Table([[course.Id, $"version {course.Versions[^1]}, counts for {course.Months} months, {course.Citation}"]]).TrimStart()).Append("  ").Append(course.Title).Append('\n');
            Say("asked for by", always);
            Say("where special categories are concerned by", special);
            Say("where vulnerable persons are concerned by", vulnerable);
            Say("earned by a drill", course.Drills);
        }

        return Task.FromResult(new Answer(new JsonObject { ["policy"] = policy.Version, ["courses"] = courses }, text.ToString()));

        void Say(string what, IReadOnlyList<string> names)
        {
            if (names.Count > 0) text.Append("  ").Append(what).Append(": ").AppendJoin(", ", names).Append('\n');
        }
    }

    private static List<string> Acts(AccessPolicy policy, Func<ActRule, IReadOnlyList<string>> asked, Course course) =>
        [.. Enum.GetValues<AccessAct>().Where(act => policy.Find(act) is { } rule && asked(rule).Contains(course.Id)).Select(act => $"{act}")];

    private static JsonArray Array(IReadOnlyList<string> names) => [.. names.Select(one => JsonValue.Create(one))];
}
