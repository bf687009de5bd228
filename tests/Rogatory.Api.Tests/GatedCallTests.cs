using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Tests;

/// <summary>The gate stands before every call there is.</summary>
public sealed partial class GatedCallTests
{
    private static readonly AccessPolicy Policy = PolicySet.Load().Access!;
    private static readonly IReadOnlyList<(string Name, Type Handler)> Calls = Endpoints();

    private static readonly Dictionary<string, string> Sources =
        Directory.EnumerateFiles(Path.Combine(Root(), "functions", "Rogatory.Api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

    [Fact]
    public void Every_call_is_an_act_of_the_pack_and_every_act_a_call()
    {
        Assert.Equal(Enum.GetNames<AccessAct>().Order(StringComparer.Ordinal), Calls.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.All(Enum.GetValues<AccessAct>(), act => Assert.NotNull(Policy.Find(act)));
    }

    [Fact]
    public void Every_handler_asks_the_gate_first_and_for_its_own_act()
    {
        Assert.NotEmpty(Calls);
        Assert.All(Calls, call =>
        {
            AccessCaller who = Policy.Find(Enum.Parse<AccessAct>(call.Name))!.Who;
            string source = Sources[call.Handler.Name];
            if (who == AccessCaller.Anyone)
            {
                Assert.DoesNotMatch(Asked(), source);
                return;
            }

            Match asked = Asked().Match(FirstStatement().Match(source).Groups["statement"].Value);
            Assert.Equal((call.Name, $"{who}"), (asked.Groups["act"].Value, asked.Groups["who"].Value));
        });
    }

    [Fact]
    public void Nobody_authenticates_past_the_gate() =>
        Assert.Equal(["AccessGate"], Sources.Where(source => PastTheGate().IsMatch(source.Value)).Select(source => source.Key));

    private static IReadOnlyList<(string Name, Type Handler)> Endpoints()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRogatory();
        WebApplication app = builder.Build();
        app.MapRogatory();
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().Select(endpoint => (
            endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
            endpoint.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters()[0].ParameterType))];
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Serverless.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the tests inside the repository.");
        return folder;
    }

    // What a handler does first; naming what the call is about reads nothing.
    [GeneratedRegex(@"HandleAsync\([^)]*\)\s*\{\s*(?:AccessTarget target = [^;]*;\s*)?(?<statement>[^;]*;)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FirstStatement();

    [GeneratedRegex(@"await gate\.Admit(?<who>Officer|Partner|Either)(Once)?Async\(request, AccessAct\.(?<act>\w+),", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\.Authenticate(Once)?Async\(request", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PastTheGate();
}
