using Rogatory.TestKit;
using System.Diagnostics;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The script that checks a deployed front door, against this one.</summary>
[Collection(SystemCollection.Name)]
public sealed class SmokeTests(SystemUnderTest system)
{
    private static readonly string Script = FindScript();

    [Fact]
    public async Task All_checks_hold_at_a_host_that_runs()
    {
        var (exit, said) = await RunAsync([Origin(system.Origin)], system.Callers.Token());
        Assert.True(exit == 0, said);
        Assert.Contains("ok    an unknown case is told as a problem", said, StringComparison.Ordinal);
        Assert.DoesNotContain("FAIL", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_blob_survives_the_attempt_to_delete_it()
    {
        string @case = await system.Callers.OpenAsync(("statement", Material.Of(1000)));
        await system.Callers.SendAsync(@case, ("statement", Material.Of(1000)));
        string name = (await system.Storage.NamesAsync("vault", $"{@case}/statement/")).Single();

        var (exit, said) = await RunAsync([Origin(system.Origin), "--protected", Signed("vault", name)]);
        Assert.True(exit == 0, said);
        Assert.Contains("ok    a protected version is not deleted", said, StringComparison.Ordinal);
        Assert.True(await system.Storage.Container("vault").GetBlobClient(name).ExistsAsync());
    }

    [Fact]
    public async Task A_blob_that_can_be_deleted_fails_the_check()
    {
        BlobContainerClient container = system.Storage.Container($"smoke-{Guid.NewGuid():N}");
        await container.CreateAsync();
        await container.GetBlobClient("free").UploadAsync(BinaryData.FromString("free"));

        var (exit, said) = await RunAsync([Origin(system.Origin), "--protected", Signed(container.Name, "free")]);
        Assert.Equal(1, exit);
        Assert.Contains("FAIL  a protected version is not deleted", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_want_of_rights_does_not_pass_for_protection()
    {
        var (exit, said) = await RunAsync([Origin(system.Origin), "--protected", new Uri(system.Gate, "devstoreaccount1/vault/none").ToString()]);
        Assert.Equal(1, exit);
        Assert.Contains("FAIL  a protected version is not deleted", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_check_fails_at_a_server_that_answers_anything_with_an_empty_object()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(context => context.Response.WriteAsJsonAsync(new { }));
        await server.StartAsync();

        var (exit, said) = await RunAsync([server.Urls.Single()], "a-token");
        Assert.Equal(1, exit);
        Assert.DoesNotContain("ok  ", said, StringComparison.Ordinal);
        Assert.Contains("10 checks failed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_apart_from_one_that_fails()
    {
        var (exit, said) = await RunAsync([Origin(FreePorts.Origins(1)[0])]);
        Assert.Equal(4, exit);
        Assert.Contains("Nothing answers", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("ftp://example.org")]
    [InlineData("http://127.0.0.1:1/path")]
    [InlineData("http://127.0.0.1:1", "--unknown")]
    [InlineData("http://127.0.0.1:1", "--wait", "long")]
    [InlineData("http://127.0.0.1:1", "--version-id", "1")]
    [InlineData("http://127.0.0.1:1", "--protected", "https://vault.example.org/vault/one")]
    public async Task A_command_line_that_cannot_be_used_is_refused(params string[] arguments) =>
        Assert.Equal(2, (await RunAsync(arguments)).Exit);

    [Fact]
    public async Task Help_shows_an_example()
    {
        var (exit, said) = await RunAsync(["--help"]);
        Assert.Equal(0, exit);
        Assert.Contains("Example: scripts/smoke.sh http", said, StringComparison.Ordinal);
    }

    private static string Origin(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    /// <summary>The blob's address with a signature that allows to delete it, as its owner could.</summary>
    private string Signed(string container, string name)
    {
        var blob = new BlobUriBuilder(new Uri(system.Gate, $"devstoreaccount1/{container}/{name}"));
        var signature = new BlobSasBuilder(BlobSasPermissions.Delete, DateTimeOffset.UtcNow.AddMinutes(10)) { BlobContainerName = container, BlobName = name };
        blob.Sas = signature.ToSasQueryParameters(new StorageSharedKeyCredential(AzuriteAccount.Development.Name, AzuriteAccount.Development.Key));
        return blob.ToUri().ToString();
    }

    private static async Task<(int Exit, string Said)> RunAsync(string[] arguments, string? token = null)
    {
        var start = new ProcessStartInfo("bash", [Script, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ROGATORY_TOKEN"] = token ?? "";
        start.Environment["ROGATORY_STORAGE_TOKEN"] = "";
        using var bash = Process.Start(start)!;
        Task<string> output = bash.StandardOutput.ReadToEndAsync();
        string errors = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await output + errors);
    }

    private static string FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, "scripts", "smoke.sh");
            if (File.Exists(script)) return script;
        }

        throw new InvalidOperationException("No folder above the tests holds scripts/smoke.sh.");
    }
}
