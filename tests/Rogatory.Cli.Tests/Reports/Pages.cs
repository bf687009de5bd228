using System.Diagnostics;
using System.Text.Json.Nodes;
using Rogatory.Cli.Reports;
using Rogatory.Cli.Tests.Incidents;
using Rogatory.Core.Incidents;
using Rogatory.Core.Reports;
using Rogatory.TestKit;

namespace Rogatory.Cli.Tests.Reports;

/// <summary>The pages that the program writes, looked at in one start of headless Chromium.</summary>
public sealed class Pages : IAsyncLifetime
{
    /// <summary>Where the pages and their pictures stay, for a person to look at too.</summary>
    private static readonly string Folder = Samples.InRepository("artifacts", "pages");

    private static readonly string[] Written = ["report", "report-broken", "report-empty", "dossier", "dossier-broken", "notice"];

    private JsonObject _looked = [];

    public static TheoryData<string> Names => [.. Written];

    internal JsonObject this[string page] => _looked[page]!.AsObject();

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        await WriteAsync("report", ReportPage.Write(await SampleReport.MakeAsync()));
        await WriteAsync("report-broken", ReportPage.Write(await SampleReport.MakeAsync(isBroken: true)));
        await WriteAsync("report-empty", ReportPage.Write(await SampleReport.MakeAsync(period: new ReportPeriod(new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 1)))));

        using (SampleDossier sample = await SampleDossier.StartAsync())
        {
            await WriteAsync("dossier", DossierPage.Write(sample.Make(), "dossier.json", new string('7', 64)));
            await WriteAsync("dossier-broken", DossierPage.Write(sample.Make(sample.Changed()), "dossier.json", new string('7', 64)));
        }

        await WriteAsync("notice", NoticeHtml.Render(SampleNotice.Document, SampleNotice.Digest));
        string? browser = Browsers.FirstOrDefault(File.Exists);
        Assert.True(browser is not null, "Chromium is missing. As root scripts/setup.sh installs it; else apt-get install chromium, or set ROGATORY_CHROMIUM to a Chromium or Chrome.");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["ROGATORY_CHROMIUM"] = browser } };
        start.ArgumentList.Add(Samples.InRepository("tests", "Rogatory.Cli.Tests", "Reports", "look.mjs"));
        start.ArgumentList.Add(Folder);
        foreach (string name in Written)
            start.ArgumentList.Add(name);
        using Process node = Process.Start(start)!;
        (Task<string> output, Task<string> error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        _looked = JsonNode.Parse(await output)!.AsObject();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static IEnumerable<string> Browsers =>
        [Environment.GetEnvironmentVariable("ROGATORY_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static Task WriteAsync(string name, string html) => File.WriteAllTextAsync(Path.Combine(Folder, $"{name}.html"), html);
}
