using Microsoft.CodeAnalysis;

namespace Rogatory.Functions.Tests;

public sealed class CompilationTests
{
    /// <summary>Each name that may be absent, with the package that it is from.</summary>
    private static readonly Dictionary<string, string> Absent = File.ReadAllLines(Path.Combine(FunctionSources.Root, "tests", "Rogatory.Functions.Tests", "absent-names.txt"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(parts => parts[0], parts => parts[1]);

    [Fact]
    public void The_sources_lack_nothing_but_the_listed_names()
    {
        Assert.NotEmpty(FunctionSources.Committed.Texts);
        IReadOnlyList<string> faults = Faults(FunctionSources.Committed);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_listed_name_is_used() => Assert.Empty(Absent.Keys.Except(FunctionSources.Committed.AbsentNames));

    [Fact]
    public void No_listed_name_is_one_of_ours()
    {
        var ours = FunctionSources.Committed.Compilation.SourceModule.ReferencedAssemblySymbols.Append(FunctionSources.Committed.Compilation.Assembly)
            .Where(assembly => assembly.Name.StartsWith("Rogatory.", StringComparison.Ordinal)).SelectMany(assembly => assembly.TypeNames);
        Assert.Empty(Absent.Keys.Intersect(ours));
    }

    [Fact]
    public void Every_listed_name_is_of_a_package_that_the_project_references()
    {
        string project = File.ReadAllText(Path.Combine(FunctionSources.Root, "functions", "Rogatory.Functions", "Rogatory.Functions.csproj"));
        string[] carried = ["Microsoft.Azure.Functions.Worker.Core", "Microsoft.Azure.Functions.Worker.Extensions.Abstractions", "Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client"];
        Assert.Empty(Absent.Values.Where(package => !carried.Contains(package) && !project.Contains($"\"{package}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Intake/IntakeCalls.cs", "get.HandleAsync(request, @case, stop)", "get.HandleAsync(@case, request, stop)")]
    [InlineData("Intake/IntakeCalls.cs", "post.HandleAsync(request, stop)", "post.HandleAsync(request)")]
    [InlineData("Flow/CaseActivities.cs", "runner.DecideAsync(CaseId.Parse(@case), stop)", "runner.DecideAsync(@case, stop)")]
    public void A_changed_argument_is_seen(string file, string text, string other) => Assert.NotEmpty(Faults(FunctionSources.Committed.With(file, text, other)));

    [Theory]
    [InlineData("Review/ReviewCalls.cs", "GetCaseLedger ledger", "ReadCaseLedger ledger")]
    [InlineData("Review/ReviewCalls.cs", "ledger.HandleAsync", "ledger.AnswerAsync")]
    public void A_renamed_handler_is_seen(string file, string text, string other) => Assert.NotEmpty(Faults(FunctionSources.Committed.With(file, text, other)));

    [Theory]
    [InlineData("Intake/RequestQueue.cs", "RequestReply reply", "RequestRepli reply")]
    [InlineData("Flow/CaseOrchestrator.cs", "IsCausedBy<StorageUnavailableException>", "IsCausedBy<StorageUnavailable>")]
    public void A_misspelt_type_of_ours_is_seen(string file, string text, string other) => Assert.NotEmpty(Faults(FunctionSources.Committed.With(file, text, other)));

    [Theory]
    [InlineData("Intake/RequestQueue.cs", "ServiceBusMessage answer = new(", "var answer = new ServiceBusMessage(")]
    [InlineData("Intake/RequestQueue.cs", "taken, replyTo)", "taken, message.ReplyTo)")]
    [InlineData("Flow/CaseOrchestrator.cs", "new CaseCommand(@case, command)", "new CaseCommand(context.InstanceId, command)")]
    [InlineData("Flow/CaseOrchestrator.cs", "HandleFailure = IsWorthRepeating", "HandleFailure = failure => failure.IsCausedBy<StorageUnavailable>()")]
    [InlineData("Health/HealthCalls.cs", "health.HandleAsync(stop)", "health.HandleAsync(request.Context().Stop)")]
    public void A_value_of_unknown_type_is_seen(string file, string text, string other) => Assert.NotEmpty(Faults(FunctionSources.Committed.With(file, text, other)));

    private static IReadOnlyList<string> Faults(FunctionSources sources) => sources.Faults(Absent.Keys.ToHashSet());
}
