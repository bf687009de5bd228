using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests.Infra;

public sealed class BicepTests
{
    private const string Main = "infra/main.bicep";
    private const string Rbac = "infra/app/rbac.bicep";

    private static readonly IReadOnlyList<BicepFile> Files = [.. Tree.Under("infra/", ".bicep").Select(path => new BicepFile(path, Tree.Read(path)))];

    [Fact]
    public void Brackets_balance() => Assert.Empty(BicepCheck.Balance(Files));

    [Fact]
    public void Every_parameter_is_described_and_used()
    {
        Assert.True(Files.Sum(file => file.Parameters.Count) > 80);
        Assert.Empty(BicepCheck.Parameters(Files));
    }

    [Fact]
    public void Every_module_is_there_and_is_given_what_it_takes()
    {
        Assert.True(Files.Sum(file => file.Modules.Count) > 15);
        Assert.Empty(BicepCheck.Modules(Files));
    }

    [Fact]
    public void Every_file_is_used() => Assert.Empty(BicepCheck.Unused(Files, Main));

    [Fact]
    public void Every_role_assignment_is_in_one_module_with_its_reason_and_a_stable_name()
    {
        Assert.True(Regex.Count(Tree.Read(Rbac), "/roleAssignments@") > 15);
        Assert.Empty(BicepCheck.RoleAssignments(Files, Rbac));
    }

    [Fact]
    public void No_role_has_a_wildcard() => Assert.Empty(BicepCheck.Roles(Files));

    [Fact]
    public void No_secret_is_read_or_put_out() => Assert.Empty(BicepCheck.Secrets(Files));

    [Fact]
    public void A_type_has_one_version() => Assert.Empty(BicepCheck.Versions(Files));

    [Fact]
    public void The_parameters_file_gives_each_parameter_without_a_default_and_no_other()
    {
        using var document = JsonDocument.Parse(Tree.Read("infra/main.parameters.json"));
        var given = document.RootElement.GetProperty("parameters").EnumerateObject().Select(one => one.Name).ToList();
        var taken = Files.Single(file => file.Path == Main).Parameters;
        Assert.Empty(given.Except(taken.Select(one => one.Name)));
        Assert.Empty(taken.Where(one => !one.HasDefault).Select(one => one.Name).Except(given));
    }

    [Fact]
    public void The_vault_may_be_deleted_from_by_nobody()
    {
        var roles = Tree.Read("infra/app/roles.bicep");
        var writer = roles[roles.IndexOf("  vaultWriter: {", StringComparison.Ordinal)..roles.IndexOf("  recordKeeper: {", StringComparison.Ordinal)];
        Assert.DoesNotMatch("(?i)delete.*action|/delete'", writer.Split("dataActions", 2)[1]);
        var assigned = Regex.Matches(Tree.Read(Rbac), @"scope: (vaultContainer|vaultAccount|vaultBlobs)\n(?:.*\n){3}\s+roleDefinitionId: (?<role>\S+)").Select(one => one.Groups["role"].Value);
        Assert.Equal(["roles.vaultWriter", "roles.holdSetter"], assigned);
    }

    [Fact]
    public void The_writer_may_delete_uploads_and_copies_for_partners_and_nothing_else()
    {
        var roles = Tree.Read("infra/app/roles.bicep").Split("definitions = {", 2)[1].Split("\n}\n", 2)[0];
        var deleting = Regex.Matches(roles, @"^  (?<role>\w+): \{\n(?<body>(?:    .*\n)+)", RegexOptions.Multiline)
            .Where(role => role.Groups["body"].Value.Contains("/delete'", StringComparison.Ordinal)).Select(role => $"roles.{role.Groups["role"].Value}");
        Assert.Equal(["roles.eraser", "roles.receiver", "roles.courier"], deleting);
        var assigned = Regex.Matches(Tree.Read(Rbac), @"scope: (?<scope>\S+)\n.*\n\s+principalId: identities\.writer\n.*\n\s+roleDefinitionId: (?<role>\S+)")
            .Where(one => deleting.Contains(one.Groups["role"].Value)).Select(one => one.Groups["scope"].Value);
        Assert.Equal(["uploadContainers[index]", "outboundContainers[index]"], assigned);
    }

    [Fact]
    public void Copies_for_partners_are_kept_without_versions_and_soft_delete_in_their_region_and_outlive_no_grant()
    {
        var storage = Tree.Read("infra/app/storage.bicep");
        var outbound = storage[storage.IndexOf("module outboundAccounts ", StringComparison.Ordinal)..storage.IndexOf("module state ", StringComparison.Ordinal)];
        Assert.DoesNotContain("versioning", outbound, StringComparison.Ordinal);
        Assert.DoesNotContain("softDeleteDays", outbound, StringComparison.Ordinal);
        Assert.DoesNotMatch("Standard_(RA)?G", outbound);
        using var pack = JsonDocument.Parse(Tree.Read("functions/Rogatory.Core/Policy/Packs/home-authority.json"));
        var grant = pack.RootElement.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "HOME-GRANT-EXPIRE").GetProperty("clock").GetProperty("days").GetInt32();
        Assert.Contains($"daysAfterCreationGreaterThan: {grant + 1}\n", outbound, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_account_that_storage_copies_from_or_to_has_a_private_endpoint()
    {
        var endpoints = Tree.Read("infra/app/endpoints.bicep");
        Assert.All((string[])["accounts.vault)", "accounts.inbound)", "one.name)"], name => Assert.Contains($"resourceId('Microsoft.Storage/storageAccounts', {name}", endpoints, StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_alert_looks_for_in_the_logs_is_what_the_program_logs()
    {
        var words = Regex.Matches(Tree.Read("infra/app/alerts.bicep"), "Message startswith \"(?<words>[^\"]+)\"").Select(one => one.Groups["words"].Value).ToList();
        var functions = Regex.Match(Tree.Read("infra/app/alerts.bicep"), @"\((?<names>\w+(\|\w+)+)\)\$").Groups["names"].Value.Split('|');
        var sources = string.Join('\n', Tree.Under("functions/", ".cs").Select(Tree.Read));
        Assert.NotEmpty(words);
        Assert.True(functions.Length > 1);
        Assert.Empty(functions.Where(one => !sources.Contains($"[Function(\"{one}\")]", StringComparison.Ordinal)));
        Assert.Empty(words.Where(one => !Regex.IsMatch(sources, $@"Log\w+\(\s*""{one}")));
    }

    [Theory]
    [InlineData("ftpsState")]
    [InlineData("linuxFxVersion")]
    [InlineData("netFrameworkVersion")]
    [InlineData("use32BitWorkerProcess")]
    [InlineData("alwaysOn")]
    [InlineData("functionAppScaleLimit")]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    public void What_the_Flex_Consumption_plan_refuses_is_not_said(string name) =>
        Assert.DoesNotContain(name, Tree.Read("infra/app/functionApp.bicep"), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Key_envelopes_are_kept_without_versions_and_soft_delete()
    {
        var storage = Tree.Read("infra/app/storage.bicep");
        var keys = storage[storage.IndexOf("module keys ", StringComparison.Ordinal)..storage.IndexOf("module inbound ", StringComparison.Ordinal)];
        Assert.DoesNotContain("versioning", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("softDeleteDays", keys, StringComparison.Ordinal);
        Assert.Contains("param versioning bool = false", Tree.Read("infra/app/account.bicep"), StringComparison.Ordinal);
        Assert.Contains("param softDeleteDays int = 0", Tree.Read("infra/app/account.bicep"), StringComparison.Ordinal);
    }
}
