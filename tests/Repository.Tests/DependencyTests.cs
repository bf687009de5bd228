using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Repository.Tests;

public sealed class DependencyTests
{
    /// <summary>What each project may reference; all of it lies below, and Api and Azure don't know each other.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rogatory.Envelope"] = [],
        ["Rogatory.Ledger"] = [],
        ["Rogatory.Core"] = ["Rogatory.Envelope", "Rogatory.Ledger"],
        ["Rogatory.Api"] = ["Rogatory.Core"],
        ["Rogatory.Azure"] = ["Rogatory.Core"],
        ["Rogatory.Functions"] = ["Rogatory.Api", "Rogatory.Azure"],
        ["Rogatory.LocalHost"] = ["Rogatory.Api", "Rogatory.Azure"],
        ["Rogatory.Cli"] = ["Rogatory.Core"],
    };

    private static readonly string[] Exact = ["Rogatory.Envelope", "Rogatory.Ledger", "Rogatory.Core"];

    [Fact]
    public void References_point_downwards_only()
    {
        foreach (var project in Tree.Under("functions/", ".csproj"))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
            Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is not listed in this test.");
            Assert.Empty(references.Except(allowed));
        }
    }

    [Fact]
    public void Envelope_Ledger_and_Core_reference_no_package()
    {
        foreach (var name in Exact)
        {
            var project = $"functions/{name}/{name}.csproj";
            Assert.Empty(Items(project, "PackageReference").Concat(Items(project, "FrameworkReference")));
        }
    }

    [Fact]
    public void What_Core_is_compiled_against_speaks_to_no_service()
    {
        var compiled = Exact.SelectMany(ReferencedAssemblies).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("System.Runtime", compiled);
        Assert.Empty(compiled.Except(Exact).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
        Assert.Empty(compiled.Where(name => name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Requests" or "System.Console"));
    }

    [Fact]
    public void Only_the_adapters_reference_storage()
    {
        var users = Tree.Under("functions/", ".csproj").Where(project => Items(project, "PackageReference").Any(name => name.StartsWith("Azure.", StringComparison.Ordinal)));
        Assert.Empty(users.Except(["functions/Rogatory.Azure/Rogatory.Azure.csproj", "functions/Rogatory.Functions/Rogatory.Functions.csproj"]));
    }

    [Fact]
    public void Only_Core_and_the_partners_program_see_the_constructors_of_grants() =>
        Assert.Equal(
            ["Rogatory.Core", "rogatory", "Rogatory.Envelope.Tests", "Rogatory.Bench"],
            Items("functions/Rogatory.Envelope/Rogatory.Envelope.csproj", "InternalsVisibleTo"));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(Tree.Read(project)).Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "");

    private static string[] ReferencedAssemblies(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
