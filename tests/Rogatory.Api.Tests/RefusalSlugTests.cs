using System.Reflection;
using System.Text.RegularExpressions;
using Rogatory.Api.Problems;

namespace Rogatory.Api.Tests;

/// <summary>Compares the refusals that the source makes with those that the catalogue lists.</summary>
public sealed partial class RefusalSlugTests
{
    private static readonly Dictionary<string, string> Constants = typeof(ProblemCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral).ToDictionary(field => $"ProblemCatalogue.{field.Name}", field => (string)field.GetRawConstantValue()!);

    private static readonly string[] Sources =
        [.. new[] { "Rogatory.Core", "Rogatory.Api" }.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root(), "functions", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(file) != "ProblemCatalogue.cs")
            .Select(File.ReadAllText)];

    private static IReadOnlyList<string> Arguments => [.. Sources.SelectMany(source => Made().Matches(source)).Select(match => match.Groups["slug"].Value).Distinct()];

    [Fact]
    public void Every_refusal_that_is_made_is_in_the_catalogue()
    {
        Assert.True(Arguments.Count > 15, "The source was not read.");
        Assert.Empty(Arguments.Where(argument => argument.StartsWith('"')).Select(argument => argument.Trim('"')).Except(ProblemCatalogue.Slugs));
    }

    [Fact]
    public void A_refusal_names_its_slug_where_it_is_made_or_where_its_helper_is_called() =>
        Assert.Empty(Arguments.Where(argument => !argument.StartsWith('"') && !Constants.ContainsKey(argument)).Except(["slug", "string"]));

    [Fact]
    public void Every_refusal_in_the_catalogue_is_made_somewhere()
    {
        var made = Arguments.Select(argument => Constants.GetValueOrDefault(argument, argument.Trim('"'))).ToHashSet();
        var answered = Constants.Where(one => Sources.Any(source => source.Contains(one.Key, StringComparison.Ordinal))).Select(one => one.Value);
        Assert.Empty(ProblemCatalogue.Slugs.Except(made).Except(answered));
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Serverless.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the tests inside the repository.");
        return folder;
    }

    // A refusal made by its constructor or by a helper that answers with one, and the argument that is its slug.
    [GeneratedRegex(
        """(?:RefusedException(?:\.Malformed)?\(\s*|RefusedException\s+\w+\([^)]*\)\s*=>\s*new\(\s*)(?<slug>"[^"]*"|[\w.]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Made();
}
