namespace Repository.Tests.Infra;

/// <summary>Each check finds the mistake it is there for, and only that one.</summary>
public sealed class PlantedMistakeTests
{
    private const string Module = """
        @description('Azure region.')
        param location string

        @description('A name.')
        param name string = 'one'

        // It writes what the other reads, and nothing else.
        resource assigned 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid(name, location)
        }

        @description('The name.')
        output name string = name

        """;

    private const string Main = """
        targetScope = 'subscription'

        module part 'app/part.bicep' = {
          name: 'part'
          params: {
            location: 'here'
          }
        }

        output name string = part.outputs.name

        """;

    [Fact]
    public void Nothing_is_found_where_nothing_is_wrong() => Assert.Empty(All(Main, Module));

    [Theory]
    [InlineData("  name: guid(name, location)\n}", "  name: guid(name, location)\n", "brackets don't balance")]
    [InlineData("@description('A name.')\n", "", "name has no description")]
    [InlineData("guid(name, location)", "guid(name)", "location is not used")]
    [InlineData("param location string\n", "param location string\n\n@description('More.')\nparam more string\n\nvar used = more\n", "part is not given more")]
    [InlineData("param location string", "param place string", "part is given location")]
    [InlineData("output name string", "output names string", "part has no output name")]
    [InlineData("// It writes what the other reads, and nothing else.\n", "", "assigned has no reason")]
    [InlineData("guid(name, location)", "name", "assigned is not named by guid")]
    [InlineData("output name string = name", "output name string = account.listKeys().keys[0]", "listKeys")]
    [InlineData("output name string = name", "output name string = insights.properties.ConnectionString", "ConnectionString")]
    [InlineData("output name string", "resource other 'Microsoft.Authorization/roleAssignments@2020-04-01' existing = {\n}\n\noutput name string", "has versions")]
    public void A_mistake_in_a_module_is_found(string right, string wrong, string said)
    {
        Assert.Contains(right, Module, StringComparison.Ordinal);
        Assert.Contains(All(Main, Module.Replace(right, wrong, StringComparison.Ordinal)), fault => fault.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_module_that_is_not_there_is_found() =>
        Assert.Contains(All(Main.Replace("part.bicep", "parts.bicep", StringComparison.Ordinal), Module), fault => fault.Contains("app/parts.bicep is not there", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_nothing_uses_is_found() =>
        Assert.Equal(["infra/app/part.bicep is used by no other"], BicepCheck.Unused([new("infra/main.bicep", "\n"), new("infra/app/part.bicep", Module)], "infra/main.bicep"));

    [Fact]
    public void A_role_assignment_elsewhere_is_found() =>
        Assert.Contains(BicepCheck.RoleAssignments([new("infra/app/part.bicep", Module)], "infra/app/rbac.bicep"), fault => fault.Contains("belongs in", StringComparison.Ordinal));

    [Fact]
    public void A_wildcard_in_a_role_is_found() =>
        Assert.Single(BicepCheck.Roles([new("infra/app/roles.bicep", "resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {\n  actions: [\n    'Microsoft.Storage/*'\n  ]\n}\n")]));

    private static List<string> All(string main, string module)
    {
        IReadOnlyList<BicepFile> files = [new("infra/main.bicep", main), new("infra/app/part.bicep", module)];
        return
        [
            .. BicepCheck.Balance(files), .. BicepCheck.Parameters(files), .. BicepCheck.Modules(files), .. BicepCheck.Unused(files, "infra/main.bicep"),
            .. BicepCheck.RoleAssignments(files, "infra/app/part.bicep"), .. BicepCheck.Roles(files), .. BicepCheck.Secrets(files), .. BicepCheck.Versions(files),
        ];
    }
}
