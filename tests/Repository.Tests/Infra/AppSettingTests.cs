using System.Text.RegularExpressions;

namespace Repository.Tests.Infra;

public sealed partial class AppSettingTests
{
    /// <summary>What the Functions host, its bindings and its telemetry read by themselves.</summary>
    private static readonly string[] ReadByTheHost =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId",
    ];

    private static readonly string[] Set = [.. new BicepFile("infra/app/functionApp.bicep", Tree.Read("infra/app/functionApp.bicep")).AppSettings];

    private static readonly string[] Read =
    [
        .. Tree.Files.Where(file => file.StartsWith("functions/Rogatory.Functions/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Names().Matches(Tree.Read(file))).Select(name => name.Groups["name"].Value).Distinct(),
    ];

    [Fact]
    public void Every_setting_that_the_program_reads_is_set() => Assert.Empty(Read.Except(Set));

    [Fact]
    public void Every_setting_that_is_set_is_read()
    {
        Assert.NotEmpty(Read);
        Assert.Empty(Set.Except(Read).Except(ReadByTheHost));
    }

    [Fact]
    public void Every_setting_that_the_host_reads_is_set_and_none_twice()
    {
        Assert.Empty(ReadByTheHost.Except(Set));
        Assert.Equal(Set.Distinct(), Set);
    }

    [Fact]
    public void The_limit_of_the_host_is_the_one_that_the_authority_publishes() =>
        Assert.Matches(@"name: 'FUNCTIONS_REQUEST_BODY_SIZE_LIMIT'\s+value: '104857600'", Tree.Read("infra/app/functionApp.bicep"));

    [GeneratedRegex("\"(?<name>ROGATORY_[A-Z_]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
