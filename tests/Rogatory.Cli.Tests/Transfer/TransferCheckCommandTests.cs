using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Transfer;

namespace Rogatory.Cli.Tests.Transfer;

public sealed class TransferCheckCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_schema_and_the_example_are_printed_as_they_are()
    {
        var schema = await Ran.Of("transfer", "facts", "--schema");
        var example = await Ran.Of("transfer", "facts", "--example", "--json");

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema.Json["$schema"]);
        Assert.Equal(Encoding.UTF8.GetString(TransferFacts.Schema.Span).TrimEnd(), schema.Output.TrimEnd());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(TransferFacts.Example.Span), example.Json));
    }

    [Fact]
    public async Task One_of_the_two_is_printed_at_a_time()
    {
        Assert.Equal((int)ExitCode.Usage, (await Ran.Of("transfer", "facts")).Status);
        Assert.Equal((int)ExitCode.Usage, (await Ran.Of("transfer", "facts", "--schema", "--example")).Status);
    }

    [Fact]
    public async Task A_decision_has_the_members_that_the_document_lists()
    {
        var ran = await Ran.Of("transfer", "check", _folder.Write("facts.json", TransferFacts.Example.ToArray()), "--json");

        Assert.Equal(0, ran.Status);
        Assert.Equal(["outcome", "policy", "inputs", "regimes", "instrument", "ladders", "needs", "conditions", "findings", "facts"], ran.Json.Select(member => member.Key));
        Assert.Equal("allowed-with-conditions", (string?)ran.Json["outcome"]);
        Assert.Equal("UNCAC", (string?)ran.Json["instrument"]!["chosen"]);
        Assert.Matches("^[0-9a-f]{64}$", (string?)ran.Json["inputs"]);
        Assert.All(ran.Json["findings"]!.AsArray(), finding =>
            Assert.Equal(["rule", "effect", "citation", "verified", "message", "facts", "missing"], finding!.AsObject().Select(member => member.Key)));
        Assert.All(ran.Json["conditions"]!.AsArray(), condition => Assert.Equal(["code", "citation", "text", "binds"], condition!.AsObject().Select(member => member.Key)));
    }

    [Theory]
    [InlineData("""{"grounds":{"tortureRisk":{"value":true,"reasons":"Established."}}}""", "refused")]
    [InlineData("{}", "needs-a-person")]
    public async Task Whatever_is_decided_the_status_says_that_it_was_decided(string facts, string outcome)
    {
        var ran = await Ran.Of("transfer", "check", _folder.Write("facts.json", facts), "--json");

        Assert.Equal((0, outcome), (ran.Status, (string?)ran.Json["outcome"]));
    }

    [Fact]
    public async Task Another_day_can_be_asked_about()
    {
        var facts = _folder.Write("facts.json", """
            {"date":"2026-11-22","sendingState":"NL","recipientState":"GB","recipient":{"kind":"competent-authority"},"instrument":{"named":"EIO"},
             "purposes":["prosecution"],"data":{"categories":["statements"]}}
            """);

        var then = await Ran.Of("transfer", "check", facts, "--at", "2019-06-01", "--json");
        var today = await Ran.Of("transfer", "check", facts, "--json");

        Assert.Equal(("allowed", "2019-06-01"), ((string?)then.Json["outcome"], (string?)then.Json["facts"]!["date"]));
        Assert.Equal("needs-a-person", (string?)today.Json["outcome"]);
    }

    [Fact]
    public async Task For_a_person_it_says_who_is_needed_and_for_what()
    {
        var ran = await Ran.Of("transfer", "check", _folder.Write("facts.json", """{"date":"2026-11-22","sendingState":"NL"}"""));

        Assert.Equal(0, ran.Status);
        Assert.StartsWith("needs-a-person", ran.Output, StringComparison.Ordinal);
        Assert.Contains("State: recipientState", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"surprise":1}""")]
    [InlineData("""{"necessity":true}""")]
    public async Task Facts_that_cannot_be_read_are_a_usage_error_that_names_the_member(string facts)
    {
        var ran = await Ran.Of("transfer", "check", _folder.Write("facts.json", facts), "--json");

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Equal("facts-malformed", (string?)ran.Failure["slug"]);
        Assert.NotEmpty(ran.Failure["faults"]!.AsArray());
    }
}
