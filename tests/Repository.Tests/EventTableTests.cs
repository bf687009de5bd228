using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Rogatory.Core.Case;

namespace Repository.Tests;

public sealed partial class EventTableTests
{
    /// <summary>Every codec Core has, found by reflection so that one more cannot be forgotten.</summary>
    private static IEnumerable<EventCodec> Codecs =>
        typeof(CaseEvents).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(EventCodec))
            .Select(property => (EventCodec)property.GetValue(null)!);

    [Fact]
    public void The_table_of_events_lists_exactly_the_members_of_each_event()
    {
        var text = Tree.Read("functions/Rogatory.Ledger/FORMAT.md");
        var begin = text.IndexOf("## Events", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", begin + 1, StringComparison.Ordinal);
        var listed = Rows().Matches(text[begin..(end < 0 ? text.Length : end)])
            .ToDictionary(row => row.Groups["event"].Value, row => row.Groups["members"].Value.Replace("`", "", StringComparison.Ordinal));

        var actual = Codecs.SelectMany(codec => codec.Types).ToDictionary(pair => pair.Key, pair => string.Join(", ", Members(pair.Value)));

        Assert.True(actual.Count >= 11);
        Assert.True(Rendered(actual) == Rendered(listed), $"The rows should be:\n{Rendered(actual)}");
    }

    private static IEnumerable<string> Members(Type happened) =>
        happened.GetProperties()
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>(inherit: true) is null && property.Name != nameof(LedgerEvent.Name))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Order(StringComparer.Ordinal);

    private static string Rendered(Dictionary<string, string> table) =>
        string.Join('\n', table.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"| `{row.Key}` | {string.Join(", ", row.Value.Split(", ").Select(name => $"`{name}`"))} |"));

    [GeneratedRegex(@"^\| `(?<event>[a-z]+\.[a-z-]+)` \| (?<members>[^|]*?) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
