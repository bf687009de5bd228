using System.Text.Json;

namespace Repository.Tests.Infra;

/// <summary>What stops a deployment knows the same of regions and areas as what stops a disclosure.</summary>
public sealed class RegionTests
{
    private const string Tables = "functions/Rogatory.Core/Policy/Packs/Tables";

    [Fact]
    public void The_hook_and_the_transfer_check_know_the_same_regions_with_their_countries_and_pairs()
    {
        using var document = JsonDocument.Parse(Tree.Read($"{Tables}/regions.json"));
        var known = document.RootElement.GetProperty("regions").EnumerateArray()
            .Select(row => string.Join(',', Text(row, "region"), Text(row, "state"), Text(row, "pair"))).Order(StringComparer.Ordinal);
        Assert.Equal(known, Rows("scripts/azd/regions.csv").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("EU")]
    [InlineData("EEA")]
    [InlineData("SCHENGEN")]
    public void An_area_has_for_the_hook_the_members_that_it_has_for_the_transfer_check(string area)
    {
        using var document = JsonDocument.Parse(Tree.Read($"{Tables}/parties.json"));
        var list = document.RootElement.GetProperty("lists").EnumerateArray().Single(one => Text(one, "id") == area);
        var members = list.GetProperty("rows").EnumerateArray().Where(row => Text(row, "to").Length == 0)
            .SelectMany(row => Text(row, "states").Split(' ')).Order(StringComparer.Ordinal);
        var row = Assert.Single(Rows("scripts/azd/areas.csv"), one => one.StartsWith($"{area},", StringComparison.Ordinal));
        Assert.Equal(members, row.Split(',')[1].Split(' ').Order(StringComparer.Ordinal));
    }

    private static string[] Rows(string file) => [.. Tree.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
