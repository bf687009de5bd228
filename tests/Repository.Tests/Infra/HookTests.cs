using System.Text.Json;

namespace Repository.Tests.Infra;

public sealed class HookTests
{
    /// <summary>Policies that are unlocked until they are locked.</summary>
    private const string Azure = """
        case "$*" in
          *"immutability-policy show"*"--query etag"*) echo 0x1 ;;
          *"immutability-policy show"*) cat "$folder/locked" 2>/dev/null || echo Unlocked ;;
          *"immutability-policy lock"*) echo Locked >"$folder/locked" ;;
          *"account show"*) cat "$folder/archive" 2>/dev/null || echo Unlocked ;;
          *"--immutability-state Locked"*) echo Locked >"$folder/archive" ;;
          *"appsettings list"*) echo '[{"name":"ROGATORY_REGION","value":"francecentral"},{"name":"ROGATORY_WRITER_CLIENT_ID","value":"1"},{"name":"WEBSITE_X","value":"2"}]' ;;
        esac
        """;

    [Theory]
    [InlineData("francecentral", "FR", "Standard_ZRS")]
    [InlineData("francecentral", "FR", "Standard_GZRS")]
    [InlineData("northeurope", "ie", "Standard_ZRS")]
    [InlineData("northeurope", "IE NL", "Standard_GRS")]
    [InlineData("northeurope", "EU", "Standard_GRS")]
    [InlineData("norwayeast", "eea", "Standard_ZRS")]
    [InlineData("switzerlandnorth", "SCHENGEN", "Standard_ZRS")]
    [InlineData("uksouth", "EU GB", "Standard_ZRS")]
    public async Task A_region_within_the_residency_limits_passes(string region, string residency, string replication)
    {
        var (exit, said) = await ProvisionAsync(region, residency, replication);
        Assert.True(exit == 0, said);
    }

    [Theory]
    [InlineData("eastus", "FR", "Standard_ZRS", "region eastus lies in US")]
    [InlineData("northeurope", "IE", "Standard_GRS", "westeurope lies in NL")]
    [InlineData("brazilsouth", "BR", "Standard_GZRS", "southcentralus lies in US")]
    [InlineData("polandcentral", "PL", "Standard_GRS", "polandcentral has none")]
    [InlineData("moonbase", "FR", "Standard_ZRS", "is not known")]
    [InlineData("norwayeast", "EU", "Standard_ZRS", "norwayeast lies in NO")]
    [InlineData("switzerlandnorth", "EEA", "Standard_ZRS", "switzerlandnorth lies in CH")]
    [InlineData("uksouth", "SCHENGEN", "Standard_ZRS", "uksouth lies in GB")]
    [InlineData("francecentral", "EUROPE", "Standard_ZRS", "is neither an area")]
    public async Task A_region_or_pair_outside_the_residency_limits_is_a_stop(string region, string residency, string replication, string why)
    {
        var (exit, said) = await ProvisionAsync(region, residency, replication);
        Assert.Equal(1, exit);
        Assert.Contains("STOP: ", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "192.0.2.10, 192.0.2.0/28,2001:db8::1,2001:db8::/48")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "10.21.0.0/24, 192.168.4.4")]
    [InlineData("ROGATORY_MESSAGING_PARTNERS", "fr-pnf=00000000-0000-0000-0000-00000000000a, de-bfj=00000000-0000-0000-0000-00000000000b")]
    [InlineData("ROGATORY_ORIGIN", "https://mla.example.org")]
    [InlineData("ROGATORY_OUTBOUND_REGIONS", "francesouth,francecentral")]
    public async Task What_is_of_its_form_passes(string name, string value)
    {
        using var hook = new Hook().With(Parameters("francecentral", "FR", "Standard_ZRS")).With((name, value));
        var (exit, said) = await hook.RunAsync("preprovision");
        Assert.True(exit == 0, said);
    }

    [Theory]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "0.0.0.0/0")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "::/0")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "192.0.2.10,")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "192.0.2.10;192.0.2.11")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "192.0.2.300")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "192.0.2.10/33")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "192.0.2.10/31")]
    [InlineData("ROGATORY_PARTNER_ADDRESSES", "10.1.2.3")]
    [InlineData("ROGATORY_AUTHORITY_ADDRESSES", "Internet")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "198.51.100.0/24")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "*")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "VirtualNetwork")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "0.0.0.0/0")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "10.20.7.0/24")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "10.0.0.0/8")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "10.21.0.9/24")]
    [InlineData("ROGATORY_INSIDE_ADDRESSES", "fd00::1")]
    [InlineData("ROGATORY_MESSAGING_PARTNERS", "fr-pnf")]
    [InlineData("ROGATORY_MESSAGING_PARTNERS", "FR=00000000-0000-0000-0000-00000000000a")]
    [InlineData("ROGATORY_MESSAGING_PARTNERS", "fr=00000000-0000-0000-0000-00000000000a,fr=00000000-0000-0000-0000-00000000000b")]
    [InlineData("ROGATORY_ORIGIN", "https://mla.example.org/")]
    [InlineData("ROGATORY_ORIGIN", "http://mla.example.org")]
    [InlineData("ROGATORY_ORIGIN", "https://MLA.example.org")]
    [InlineData("ROGATORY_OUTBOUND_REGIONS", "francecentral, francesouth")]
    [InlineData("ROGATORY_OUTBOUND_REGIONS", "francecentral,")]
    [InlineData("ROGATORY_OUTBOUND_REGIONS", "France Central")]
    [InlineData("ROGATORY_OUTBOUND_REGIONS", "francecentral,francecentral")]
    public async Task What_is_not_of_its_form_is_a_stop_before_anything_is_made(string name, string value)
    {
        using var hook = new Hook().With(Parameters("francecentral", "FR", "Standard_ZRS")).With((name, value));
        var (exit, said) = await hook.RunAsync("preprovision");
        Assert.Equal(1, exit);
        Assert.Contains($"STOP: {name}", said, StringComparison.Ordinal);
        Assert.Empty(hook.Calls);
    }

    [Theory]
    [InlineData("francecentral,germanywestcentral", "outbound region germanywestcentral lies in DE")]
    [InlineData("eastus", "outbound region eastus lies in US")]
    [InlineData("moonbase", "is not known")]
    public async Task An_outbound_region_outside_the_residency_limits_is_a_stop(string regions, string why)
    {
        using var hook = new Hook().With(Parameters("francecentral", "FR", "Standard_ZRS")).With(("ROGATORY_OUTBOUND_REGIONS", regions));
        var (exit, said) = await hook.RunAsync("preprovision");
        Assert.Equal(1, exit);
        Assert.Contains("STOP: ", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Empty(hook.Calls);
    }

    [Fact]
    public async Task The_pair_of_an_outbound_region_does_not_matter_as_copies_never_go_there()
    {
        using var hook = new Hook().With(Parameters("francecentral", "FR BR", "Standard_GZRS")).With(("ROGATORY_OUTBOUND_REGIONS", "brazilsouth"));
        var (exit, said) = await hook.RunAsync("preprovision");
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task A_missing_parameter_is_named_with_what_to_do()
    {
        using var hook = new Hook().With(("AZURE_LOCATION", "francecentral"));
        var (exit, said) = await hook.RunAsync("preprovision");
        Assert.Equal(1, exit);
        Assert.Contains("azd env set ROGATORY_RESIDENCY", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unlocked", "")]
    [InlineData("Unlocked", "production")]
    [InlineData("Locked", "")]
    [InlineData("Locked", "other")]
    public async Task Nothing_is_locked_without_both_words(string mode, string forGood)
    {
        using var hook = Provisioned(mode, forGood);
        var (exit, said) = await hook.RunAsync("postprovision");
        Assert.True(exit == 0, said);
        Assert.DoesNotContain("lock --", hook.Calls, StringComparison.Ordinal);
        Assert.DoesNotContain("--immutability-state", hook.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_words_lock_both_containers_and_the_archive_and_are_remembered()
    {
        using var hook = Provisioned("Locked", "production");
        var (exit, said) = await hook.RunAsync("postprovision");
        Assert.True(exit == 0, said);
        Assert.Contains("immutability-policy lock --account-name stledger --container-name ledger --if-match 0x1", hook.Calls, StringComparison.Ordinal);
        Assert.Contains("--immutability-state Locked", hook.Calls, StringComparison.Ordinal);
        Assert.Contains("azd env set ROGATORY_POLICIES_LOCKED true", hook.Calls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preprovision")]
    [InlineData("postprovision")]
    public async Task A_development_deployment_is_never_locked(string name)
    {
        using var hook = Provisioned("Locked", "production").With(Parameters("francecentral", "FR", "Standard_ZRS")).With(("ROGATORY_DEVELOPMENT", "true"));
        var (exit, said) = await hook.RunAsync(name);
        Assert.Equal(1, exit);
        Assert.Contains("never locked", said, StringComparison.Ordinal);
        Assert.DoesNotContain("lock --", hook.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_without_a_name_is_not_locked_by_a_word_that_is_missing()
    {
        using var hook = Provisioned("Locked", "").With(("AZURE_ENV_NAME", ""));
        var (exit, said) = await hook.RunAsync("postprovision");
        Assert.Equal(1, exit);
        Assert.Contains("AZURE_ENV_NAME is missing", said, StringComparison.Ordinal);
        Assert.Empty(hook.Calls);
    }

    [Fact]
    public async Task Local_settings_are_those_of_the_app_without_its_identities_and_the_platforms_own()
    {
        using var hook = Provisioned("Unlocked", "");
        await hook.RunAsync("postprovision");
        using var settings = JsonDocument.Parse(hook.LocalSettings);
        Assert.Equal(["FUNCTIONS_WORKER_RUNTIME", "ROGATORY_REGION"], settings.RootElement.GetProperty("Values").EnumerateObject().Select(one => one.Name));
    }

    private static async Task<(int Exit, string Said)> ProvisionAsync(string region, string residency, string replication)
    {
        using var hook = new Hook().With(Parameters(region, residency, replication));
        return await hook.RunAsync("preprovision");
    }

    private static (string Name, string Value)[] Parameters(string region, string residency, string replication) =>
    [
        ("AZURE_LOCATION", region), ("ROGATORY_RESIDENCY", residency), ("ROGATORY_STORAGE_SKU", replication), ("ROGATORY_AUTHORITY", "An authority"),
        ("ROGATORY_JURISDICTION", "FR"), ("ROGATORY_OFFICER_ISSUER", "https://issuer.example.org"), ("ROGATORY_OFFICER_AUDIENCE", "api://rogatory"), ("ROGATORY_FOUNDERS", "first-admin,second-admin"),
        ("ROGATORY_ALERT_EMAIL", "operations@example.org"), ("ROGATORY_AUTHORITY_ADDRESSES", "198.51.100.0/24"), ("ROGATORY_CONTACT", "Mutual assistance desk"),
    ];

    private static Hook Provisioned(string mode, string forGood) => new Hook(Azure).With(
        ("AZURE_ENV_NAME", "production"), ("ROGATORY_IMMUTABILITY", mode), ("ROGATORY_LOCK_FOR_GOOD", forGood), ("ROGATORY_RESOURCE_GROUP", "rg"),
        ("SERVICE_API_NAME", "func"), ("ROGATORY_LEDGER_ACCOUNT", "stledger"), ("ROGATORY_ARCHIVE_ACCOUNT", "starchive"));
}
