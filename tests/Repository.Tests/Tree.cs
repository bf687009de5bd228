namespace Repository.Tests;

/// <summary>The files of the repository, by their paths from its root with forward slashes; what tools make is left out.</summary>
internal static class Tree
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "artifacts", "TestResults", ".git", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Where(file => file != "PartialFeed.props").Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>True for a file or folder that is there; the path may lead nowhere outside.</summary>
    public static bool Has(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, path));
        return full.StartsWith(Root, StringComparison.Ordinal) && Path.Exists(full);
    }

    /// <summary>Files under a folder whose name ends so; a list that is empty would let a test pass for nothing.</summary>
    public static IReadOnlyList<string> Under(string folder, string ending)
    {
        IReadOnlyList<string> found = [.. Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal))];
        Assert.NotEmpty(found);
        return found;
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Where(one => !Made.Contains(Path.GetFileName(one))).Concat(
            Directory.EnumerateDirectories(folder).Where(one => !Made.Contains(Path.GetFileName(one))).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("No folder above the tests holds Serverless.sln.");
    }
}
