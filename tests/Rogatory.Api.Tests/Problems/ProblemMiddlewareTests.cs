using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Core.Case;

namespace Rogatory.Api.Tests.Problems;

public sealed class ProblemMiddlewareTests
{
    private const string Personal = "Jeanne Exemple, born 1980-03-02";

    [Fact]
    public async Task A_refusal_is_answered_with_its_slug_detail_and_extensions()
    {
        var fault = new RefusedException("request-malformed", "Two members are wrong.")
        {
            Extensions = new Dictionary<string, object> { ["faults"] = new[] { "/items/0/size", "/purpose" }, ["status"] = 200 },
        };
        var (answer, _) = await ThrowingAsync(fault);
        var problem = answer.Problem(400, "request-malformed");
        Assert.Equal("Two members are wrong.", (string?)problem["detail"]);
        Assert.Equal("""["/items/0/size","/purpose"]""", problem["faults"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_slug_of_the_catalogue_is_answered_with_its_own_status()
    {
        await using var app = await TestApp.StartAsync(routes => routes.MapGet("/{slug}", (string slug) => Throw(new RefusedException(slug, "Why."))));
        foreach (var slug in ProblemCatalogue.Slugs)
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", slug);
            var answer = await Answer.OfAsync(app.Client.GetAsync(slug));
            answer.Problem(ProblemCatalogue.Find(slug)!.Status, slug);
        }
    }

    [Fact]
    public async Task A_slug_that_is_not_in_the_catalogue_fails_closed()
    {
        var (answer, log) = await ThrowingAsync(new RefusedException("made-up", Personal));
        answer.Problem(500, "internal");
        Assert.DoesNotContain("Jeanne", answer.Body);
        Assert.DoesNotContain("Jeanne", log);
    }

    [Fact]
    public async Task Any_other_fault_tells_neither_the_caller_nor_the_log_what_was_sent()
    {
        var (answer, log) = await ThrowingAsync(new InvalidOperationException(Personal, new FormatException(Personal)));
        answer.Problem(500, "internal");
        Assert.DoesNotContain("Jeanne", answer.Body + log);
        Assert.DoesNotContain(" at ", answer.Body);
        Assert.Contains("System.InvalidOperationException", log);
        Assert.Contains("System.FormatException", log);
        Assert.Contains(nameof(Throw), log);
    }

    [Fact]
    public async Task Unreachable_storage_is_answered_with_a_time_to_try_again()
    {
        var (answer, log) = await ThrowingAsync(new StorageUnavailableException("vault", new IOException(Personal)));
        answer.Problem(503, "storage-unavailable");
        Assert.Contains("vault", log);
        Assert.DoesNotContain("Jeanne", log);
    }

    [Fact]
    public async Task A_broken_ledger_is_named_and_not_what_is_wrong_with_it()
    {
        var (answer, log) = await ThrowingAsync(new LedgerBrokenException("7K3Q-F2M9-X4TD", new IOException(Personal)));
        answer.Problem(500, "ledger-broken");
        Assert.Contains("7K3Q-F2M9-X4TD", log);
        Assert.DoesNotContain("Jeanne", log);
    }

    [Theory]
    [InlineData(413, 413, "too-large")]
    [InlineData(408, 400, "request-malformed")]
    [InlineData(400, 400, "request-malformed")]
    public async Task What_the_server_refuses_to_read_is_the_callers_fault(int thrown, int status, string slug)
    {
        var (answer, _) = await ThrowingAsync(new BadHttpRequestException(Personal, thrown));
        answer.Problem(status, slug);
        Assert.DoesNotContain("Jeanne", answer.Body);
    }

    [Fact]
    public async Task A_path_or_method_that_is_not_there_is_a_problem_too()
    {
        await using var app = await TestApp.StartAsync(routes => routes.MapGet("/here", () => "here"));
        (await Answer.OfAsync(app.Client.GetAsync("nowhere"))).Problem(404, "not-found");
        (await Answer.OfAsync(app.Client.DeleteAsync("here"))).Problem(405, "method-not-allowed");
        Assert.Equal("here", await app.Client.GetStringAsync("here"));
    }

    [Fact]
    public async Task What_a_handler_said_before_it_failed_is_withdrawn()
    {
        await using var app = await TestApp.StartAsync(routes => routes.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.Location = "/api/v1/requests/7K3Q-F2M9-X4TD";
            return Throw(new RefusedException("not-found", "Why."));
        }));
        var answer = await Answer.OfAsync(app.Client.GetAsync(""));
        answer.Problem(404, "not-found");
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_never_looks_whole()
    {
        await using var app = await TestApp.StartAsync(routes => routes.MapGet("/", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException(Personal);
        }));
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync(""));
        Assert.DoesNotContain("Jeanne", app.Log.Text);
    }

    [Fact]
    public void Every_slug_that_the_source_refuses_with_is_in_the_catalogue()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) folder = folder.Parent!;
        var slugs = Directory.EnumerateFiles(Path.Combine(folder.FullName, "functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"new RefusedException\(\s*""(?<slug>[^""]+)""", RegexOptions.NonBacktracking).Select(match => match.Groups["slug"].Value))
            .ToHashSet();
        Assert.NotEmpty(slugs);
        Assert.Empty(slugs.Except(ProblemCatalogue.Slugs));
    }

    private static async Task<(Answer Answer, string Log)> ThrowingAsync(Exception fault)
    {
        await using var app = await TestApp.StartAsync(routes => routes.MapGet("/", () => Throw(fault)));
        return (await Answer.OfAsync(app.Client.GetAsync("")), app.Log.Text);
    }

    private static string Throw(Exception fault) => throw fault;
}
