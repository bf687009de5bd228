using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Rogatory.Functions.Tests;

/// <summary>The project's sources, compiled against everything that they use but the packages that a partial feed lacks.</summary>
internal sealed class FunctionSources
{
    // What the SDK gives every project.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly string[] MayBeAbsent = ["CS0103", "CS0234", "CS0246"];

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private FunctionSources(IReadOnlyDictionary<string, string> texts)
    {
        Texts = texts;
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        Compilation = CSharpCompilation.Create(
            "Rogatory.Functions",
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, parsing),
                .. texts.Select(one => CSharpSyntaxTree.ParseText(SourceText.From(one.Value), parsing, one.Key)),
            ],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true)
                // The SDK silences these too: an assembly was built against an older one.
                .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
    }

    public static string Root { get; } = FindRoot();

    public static FunctionSources Committed { get; } = new(
        Directory.EnumerateFiles(Path.Combine(Root, "functions", "Rogatory.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(Path.Combine(Root, "functions", "Rogatory.Functions"), file).Replace('\\', '/'), File.ReadAllText));

    public IReadOnlyDictionary<string, string> Texts { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The names that stand where something absent is asked for: a type, an attribute, or the first part of a namespace that is not there.</summary>
    public IEnumerable<string> AbsentNames => Compilation.GetDiagnostics().Where(one => MayBeAbsent.Contains(one.Id)).Select(NameAt).Distinct();

    /// <summary>What is wrong with the sources, given that only these names may be absent.</summary>
    public IReadOnlyList<string> Faults(IReadOnlySet<string> absent) =>
    [
        .. Compilation.GetDiagnostics()
            .Where(one => one.Severity >= DiagnosticSeverity.Warning && !(MayBeAbsent.Contains(one.Id) && absent.Contains(NameAt(one))))
            .Select(one => one.ToString()),
        .. ValueRules.Faults(Compilation),
    ];

    /// <summary>The same sources with one text replaced in one file.</summary>
    public FunctionSources With(string file, string text, string other)
    {
        Assert.True(Texts[file].Contains(text, StringComparison.Ordinal), $"{file} does not hold: {text}");
        return new FunctionSources(Texts.ToDictionary(one => one.Key, one => one.Key == file ? one.Value.Replace(text, other) : one.Value));
    }

    private static string NameAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            SyntaxNode other => other.ToString(),
        };

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("No folder above the tests holds Serverless.sln.");
    }
}
