namespace Repository.Tests;

public sealed class LayoutTests
{
    private static readonly string[] Stages =
    [
        "Intake", "Sealing", "Classification", "Risk", "Review", "Transfer", "Disclosure", "Receipt", "Retention",
        "Access", "Incidents", "Policy", "Reports", "Case", "Flow", "Drills",
    ];

    /// <summary>What a project has beside the stages, with the folders inside these left to it.</summary>
    private static readonly Dictionary<string, string[]> Technical = new()
    {
        ["Rogatory.Api"] = ["Authentication", "Health", "Problems"],
        ["Rogatory.Azure"] = ["Ledger"],
        ["Rogatory.Cli"] = ["Http"],
        ["Rogatory.Functions"] = ["Health", "Keys"],
        ["Rogatory.LocalHost"] = ["Gate", "Health", "Issuer", "Keys", "Worker"],
    };

    private static readonly string[] Banned = ["Common", "Shared", "Helpers", "Utils", "Abstractions"];

    [Fact]
    public void A_folder_of_a_project_is_a_stage_or_one_of_its_listed_others()
    {
        var stray = Tree.Under("functions/", ".cs").Select(file => file.Split('/'))
            .Where(parts => parts.Length > 3)
            .Where(parts => !Stages.Contains(parts[2]) && !Technical.GetValueOrDefault(parts[1], []).Contains(parts[2]))
            .Select(parts => string.Join('/', parts.Take(3)))
            .Distinct();
        Assert.Empty(stray);
    }

    [Fact]
    public void No_folder_is_a_place_for_anything() =>
        Assert.Empty(Tree.Files.Where(file => file.Split('/').SkipLast(1).Intersect(Banned, StringComparer.OrdinalIgnoreCase).Any()));

    [Fact]
    public void Every_source_project_has_a_test_project_of_its_name()
    {
        var projects = Tree.Under("functions/", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Empty(projects.Where(name => !Tree.Has($"tests/{name}.Tests/{name}.Tests.csproj")));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Tree.Read("Serverless.sln").Replace('\\', '/');
        Assert.Empty(Tree.Under("", ".csproj").Where(project => !solution.Contains(project, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_file_has_more_than_400_lines()
    {
        var written = Tree.Files.Where(file => Path.GetExtension(file) is ".cs" or ".mjs" or ".sh" or ".ts" or ".bicep");
        Assert.Empty(written.Where(file => File.ReadLines(Path.Combine(Tree.Root, file)).Count() > 400));
    }
}
