using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed class CommittedTextTests
{
    // Put together here, so that this file holds none of what it looks for.
    private static readonly Regex Machine = new(string.Join('|', "/wo" + "rk/", "/tmp/te" + "am", "/ro" + "ot/", "/ho" + "me/[a-z]", "[A-Z]:" + @"\\Use" + "rs"));

    private static readonly Regex Registry = new(
        string.Join('|', "registry" + @"\.npmjs\.", "registry" + @"\.yarnpkg\.", "api" + @"\.nuget\.", "nuget" + @"\.org", "npmjs" + @"\.com", "pkgs" + @"\.dev\.azure"));

    private static IEnumerable<(string File, string Text)> Texts =>
        from file in Tree.Files
        let bytes = File.ReadAllBytes(Path.Combine(Tree.Root, file))
        where !bytes.AsSpan().Contains((byte)0)
        select (file, Encoding.UTF8.GetString(bytes));

    [Fact]
    public void No_text_names_a_place_on_somebodys_machine() =>
        Assert.Empty(Texts.Where(one => Machine.IsMatch(one.Text)).Select(one => $"{one.File}: {Machine.Match(one.Text).Value}"));

    [Fact]
    public void No_text_names_a_package_registry() =>
        Assert.Empty(Texts.Where(one => Registry.IsMatch(one.Text)).Select(one => $"{one.File}: {Registry.Match(one.Text).Value}"));

    [Fact]
    public void The_npm_lock_file_records_no_download_address()
    {
        using var lockFile = JsonDocument.Parse(Tree.Read("package-lock.json"));
        var packages = lockFile.RootElement.GetProperty("packages").EnumerateObject().ToList();
        Assert.Contains(packages, package => package.Name == "node_modules/azurite");
        Assert.Empty(packages.Where(package => package.Value.TryGetProperty("resolved", out _)).Select(package => package.Name));
        Assert.Contains("omit-lockfile-registry-resolved=true", Tree.Read(".npmrc"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_ends_with_a_line_feed_and_has_no_carriage_return()
    {
        var wrong = Texts.Where(one => !one.File.StartsWith("tests/vectors/", StringComparison.Ordinal) && !one.File.StartsWith("tests/samples/", StringComparison.Ordinal)
            && Path.GetExtension(one.File) is ".cs" or ".md" or ".mjs" or ".sh" or ".csproj" or ".props" or ".targets" or ".json" or ".editorconfig" or ".gitignore");
        Assert.Empty(wrong.Where(one => one.Text.Contains('\r', StringComparison.Ordinal) || (one.Text.Length > 0 && one.Text[^1] != '\n')).Select(one => one.File));
    }
}
