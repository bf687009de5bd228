using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rogatory.Functions.Tests;

/// <summary>An orchestrator runs again from its history, so it must do the same each time. The Durable analyzers say so where they are to be had.</summary>
public sealed class OrchestratorTests
{
    private const string File = "Flow/CaseOrchestrator.cs";

    private static readonly string[] NotTheSameAgain =
    [
        "Now", "UtcNow", "Today", "NewGuid", "Random", "RandomNumberGenerator", "Environment", "Thread", "Run", "Delay", "StartNew", "ConfigureAwait", "CancelAsync",
        "HttpClient", "Stopwatch", "TimeProvider", "ILogger", "Wait", "Result",
    ];

    [Fact]
    public void It_uses_nothing_that_differs_from_one_run_to_the_next() => Assert.Empty(Strays(FunctionSources.Committed));

    [Fact]
    public void It_has_no_state_but_constants() =>
        Assert.All(
            Tree(FunctionSources.Committed).DescendantNodes().OfType<FieldDeclarationSyntax>(),
            field => Assert.Contains(field.Modifiers, modifier => modifier.IsKind(SyntaxKind.ConstKeyword) || modifier.IsKind(SyntaxKind.ReadOnlyKeyword)));

    [Fact]
    public void It_takes_the_context_and_nothing_else()
    {
        MethodDeclarationSyntax orchestrator = Assert.Single(Tree(FunctionSources.Committed).DescendantNodes().OfType<MethodDeclarationSyntax>(), one => one.AttributeLists.Count > 0);
        Assert.Equal("[OrchestrationTrigger] TaskOrchestrationContext context", Assert.Single(orchestrator.ParameterList.Parameters).ToString());
    }

    [Theory]
    [InlineData("decision.LookAgainAt.UtcDateTime + TwoClocks", "DateTime.UtcNow + TwoClocks")]
    [InlineData("await Task.WhenAll(doing);", "await Task.WhenAll(doing).ConfigureAwait(false);")]
    [InlineData("waiting.Cancel();", "await waiting.CancelAsync();")]
    public void What_differs_is_seen(string text, string other) => Assert.NotEmpty(Strays(FunctionSources.Committed.With(File, text, other)));

    private static IEnumerable<string> Strays(FunctionSources sources) =>
        Tree(sources).DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).Intersect(NotTheSameAgain);

    private static SyntaxNode Tree(FunctionSources sources) => sources.Compilation.SyntaxTrees.Single(tree => tree.FilePath == File).GetRoot();
}
