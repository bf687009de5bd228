using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Rogatory.Api;

namespace Rogatory.Functions.Tests;

public sealed partial class HostFileTests
{
    [Fact]
    public void The_prefix_and_the_routes_version_are_the_base_of_the_Api() =>
        Assert.Equal(ApiEndpoints.Base, $"/{HostFile.RoutePrefix}/v1");

    [Fact]
    public void The_workers_limit_on_a_body_is_the_hosts_which_is_100_MiB()
    {
        Assert.Equal(104_857_600, MostBodyBytes());
        string[] told = [.. Told("scripts/func-start.sh").Concat(Told("infra/app/functionApp.bicep"))];
        Assert.NotEmpty(told);
        Assert.All(told, limit => Assert.Equal(MostBodyBytes().ToString(CultureInfo.InvariantCulture), limit));
    }

    [Fact]
    public void A_session_takes_one_message_at_a_time_and_a_running_instance_is_never_replaced()
    {
        Assert.Equal(1, HostFile.At("extensions", "serviceBus", "maxConcurrentCallsPerSession").GetInt32());
        Assert.Equal("NonRunningStates", HostFile.At("extensions", "durableTask", "overridableExistingInstanceStates").GetString());
    }

    [Fact]
    public void No_trace_holds_an_input_or_an_output() =>
        Assert.False(HostFile.At("extensions", "durableTask", "tracing", "traceInputsAndOutputs").GetBoolean());

    [Fact]
    public void The_project_links_the_file_into_its_output()
    {
        XElement linked = Assert.Single(
            XDocument.Load(Path.Combine(FunctionSources.Root, "functions", "Rogatory.Functions", "Rogatory.Functions.csproj")).Descendants("None"),
            item => (string?)item.Attribute("Link") == "host.json");
        Assert.Equal(("PreserveNewest", "PreserveNewest"), ((string?)linked.Attribute("CopyToOutputDirectory"), (string?)linked.Attribute("CopyToPublishDirectory")));
    }

    [Fact]
    public void Every_value_has_its_reason_in_the_projects_README()
    {
        string readme = File.ReadAllText(Path.Combine(FunctionSources.Root, "functions", "Rogatory.Functions", "README.md"));
        Assert.Empty(Leaves(HostFile.Content, "").Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Leaves(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().SelectMany(member => Leaves(member.Value, member.Name)) : [name];

    // Not read by reflection: the project is not compiled everywhere.
    private static long MostBodyBytes()
    {
        INamedTypeSymbol services = FunctionSources.Committed.Compilation.GetTypeByMetadataName("Rogatory.Functions.AzureServices")!;
        IFieldSymbol limit = Assert.IsAssignableFrom<IFieldSymbol>(Assert.Single(services.GetMembers("MostBodyBytes")));
        return Convert.ToInt64(limit.ConstantValue, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Told(string file)
    {
        string path = Path.Combine(FunctionSources.Root, file);
        return File.Exists(path) ? Limits().Matches(File.ReadAllText(path)).Select(match => match.Groups["limit"].Value) : [];
    }

    [GeneratedRegex(@"FUNCTIONS_REQUEST_BODY_SIZE_LIMIT\W+(?:value\W+)?(?<limit>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Limits();
}
