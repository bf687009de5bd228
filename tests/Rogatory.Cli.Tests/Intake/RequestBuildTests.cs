using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Tests.Intake;

public sealed class RequestBuildTests : IDisposable
{
    private const string Template = """
        {"reference":"PNF-2026-0411","legalBasis":{"instrument":"UNCAC","article":"46"},"facts":"Décrits à l'annexe."}
        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_file_is_declared_with_its_name_type_size_and_digest()
    {
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        var file = _folder.Write("account statement.csv", content);

        var ran = await Build(Template, $"statement={file}");

        Assert.Equal(0, ran.Status);
        var request = RequestDocument.Parse(File.ReadAllBytes(_folder["request.json"]));
        var item = Assert.Single(request.Items);
        Assert.Equal(("statement", "account statement.csv", "text/csv", 3_000_000L), (item.Id.ToString(), item.Name, item.Type, item.Size));
        Assert.Equal(SHA256.HashData(content), item.Sha256);
        Assert.Equal("Décrits à l'annexe.", request.Facts);
    }

    [Fact]
    public async Task The_template_may_give_a_name_and_a_type()
    {
        var template = JsonNode.Parse(Template)!.AsObject();
        template["items"] = new JsonArray(new JsonObject { ["id"] = "statement", ["name"] = "relevé.csv", ["type"] = "text/plain" });

        await Build(template.ToJsonString(), $"statement={_folder.Write("a.bin", "x")}");

        var item = Assert.Single(RequestDocument.Parse(File.ReadAllBytes(_folder["request.json"])).Items);
        Assert.Equal(("relevé.csv", "text/plain"), (item.Name, item.Type));
    }

    [Fact]
    public async Task An_item_that_the_template_describes_needs_a_file()
    {
        var template = JsonNode.Parse(Template)!.AsObject();
        template["items"] = new JsonArray(new JsonObject { ["id"] = "statement" });

        var ran = await Build(template.ToJsonString());

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains("--item statement=FILE", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statement")]
    [InlineData("=file")]
    [InlineData("statement=")]
    [InlineData("Statement=file")]
    [InlineData("request=file")]
    [InlineData("statement.findings=file")]
    [InlineData("../statement=file")]
    public async Task An_item_is_an_id_and_a_file(string item) => Assert.Equal((int)ExitCode.Usage, (await Build(Template, item)).Status);

    [Fact]
    public async Task What_the_authority_would_refuse_is_found_here_and_nothing_is_written()
    {
        var ran = await Build("""{"reference":"A","legalBasis":{"instrument":"UNCAC"},"surprise":1}""", $"statement={_folder.Write("a.bin", "x")}");

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains("/surprise", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("request.json", _folder.Names);
    }

    private Task<Ran> Build(string template, params string[] items) =>
        Ran.Of(["request", "build", _folder.Write("template.json", template), "--out", _folder["request.json"], .. items.SelectMany(item => new[] { "--item", item })]);
}
