using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Rogatory.Azure.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Azurite;

namespace Rogatory.Cli.Tests.Online;

/// <summary>An authority as <c>scripts/run.sh</c> runs it, on free ports, with one registered partner.</summary>
public sealed class RunningAuthority : IAsyncLifetime
{
    public const int MostItemBytes = 50 << 20;

    private readonly AzuriteProcess _azurite = new();
    private readonly Folder _folder = new();
    private readonly string _url;
    private readonly string _gateUrl;
    private readonly string _issuerUrl;
    private LocalProcess? _gate;
    private LocalProcess? _host;
    private readonly ConcurrentDictionary<(string Roles, string Officer), Lazy<Task<string>>> _tokens = new();
    private string _token = "";

    public RunningAuthority()
    {
        string[] origins = [.. FreePorts.Origins(3).Select(origin => origin.GetLeftPart(UriPartial.Authority))];
        (_url, _gateUrl, _issuerUrl) = (origins[0], origins[1], origins[2]);
    }

    internal string this[string file] => _folder[file];

    public async Task InitializeAsync()
    {
        await _azurite.StartAsync();
        await LocalProcess.RunAsync("init", "--data", _folder["data"]);
        _gate = await LocalProcess.StartAsync("gate", "--urls", _gateUrl, "--upstream", _azurite.BlobOrigin.GetLeftPart(UriPartial.Authority));
        await StartHostAsync();
        Enrolled = new EnrolledOfficers(new BlobLedgerStore(new BlobContainerClient(_azurite.ConnectionString(), "ledger")), TimeProvider.System);
        _token = await TokenAsync("reviewer,admin,auditor");

        var keys = await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);
        await File.WriteAllTextAsync(_folder["partner.public.json"], keys.Output);
        await AdminAsync("first-admin", "partner", "propose", "fr-pnf", "--name", "Parquet national financier", "--jurisdiction", "FR", "--keys", _folder["partner.public.json"]);
        await AdminAsync("second-admin", "partner", "approve", "fr-pnf", "1");
    }

    public async Task DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_gate is not null) await _gate.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Enters officers in the register past the host, as two admins would.</summary>
    internal EnrolledOfficers Enrolled { get; private set; } = null!;

    /// <summary>Whose token an argument is, is in the register first, and assigned to the case that another one names.</summary>
    internal async Task<Ran> AnyoneAsync(params string[] arguments)
    {
        if (Array.IndexOf(arguments, "--token") is >= 0 and var at)
            await Enrolled.ForCallAsync(arguments[at + 1], string.Join(' ', arguments[..at].Concat(arguments[(at + 2)..])));
        return await Ran.Of([.. arguments, "--authority-url", _url]);
    }

    internal Task<Ran> PartnerAsync(params string[] arguments) =>
        AnyoneAsync([.. arguments, "--partner", "fr-pnf", "--key", _folder["partner.jwk"]]);

    internal Task<Ran> PartnerAsync(CancellationToken cut, params string[] arguments) =>
        Ran.Of(cut, [.. arguments, "--authority-url", _url, "--partner", "fr-pnf", "--key", _folder["partner.jwk"]]);

    internal Task<Ran> OfficerAsync(params string[] arguments) => AnyoneAsync([.. arguments, "--token", _token]);

    /// <summary>What an admin does, which must succeed.</summary>
    internal async Task<Ran> AdminAsync(string admin, params string[] arguments)
    {
        var ran = await AnyoneAsync([.. arguments, "--token", await TokenAsync("admin", admin)]);
        Assert.True(ran.Status == 0, ran.Error);
        return ran;
    }

    /// <summary>The officer's token with these roles, the same each time: it holds for an hour.</summary>
    internal Task<string> TokenAsync(string roles, string officer = "some-officer") => _tokens.GetOrAdd(
        (roles, officer), _ => new(() => LocalProcess.RunAsync("token", "--data", _folder["data"], "--officer", officer, "--roles", roles))).Value;

    internal string Write(string name, byte[] content) => _folder.Write(name, content);

    /// <summary>Declares the files in a new request and opens it; gives the case.</summary>
    internal async Task<string> OpenAsync(string reference, params string[] items)
    {
        var template = new JsonObject { ["reference"] = reference, ["legalBasis"] = new JsonObject { ["instrument"] = "UNCAC", ["article"] = "46" } };
        _folder.Write($"{reference}.template.json", template.ToJsonString());
        var built = await Ran.Of(
            ["request", "build", _folder[$"{reference}.template.json"], "--out", _folder[$"{reference}.json"], .. items.SelectMany(item => new[] { "--item", item })]);
        Assert.True(built.Status == 0, built.Error);
        var opened = await PartnerAsync("request", "open", _folder[$"{reference}.json"], "--json");
        Assert.True(opened.Status == 0, opened.Error);
        return (string)opened.Json["case"]!;
    }

    internal async Task KillHostAsync()
    {
        await _host!.KillAsync();
        await _host.DisposeAsync();
    }

    internal async Task StartHostAsync() => _host = await LocalProcess.StartAsync(
        "host", "--data", _folder["data"], "--urls", _url, "--blob", $"{_gateUrl}/{_azurite.Accounts[0].Name}",
        "--queue", new Uri(_azurite.QueueOrigin, _azurite.Accounts[0].Name).ToString(), "--issuer-urls", _issuerUrl, "--checkpoint-every", "1", "--sweep-every", "1", "--item-bytes", $"{MostItemBytes}");
}
