using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Drills;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Drills;

public sealed class DrillCatalogueTests
{
    private static readonly DrillCatalogue Shipped = DrillCatalogue.Load();

    [Fact]
    public void There_is_a_drill_for_each_pitfall_of_the_field()
    {
        string[] pitfalls =
        [
            "death-penalty", "friday-evening", "gdpr-adequacy", "minor", "no-legal-basis", "onward-transfer", "over-disclosure", "replication-pair",
            "revoked-key", "special-categories", "unread-scan", "unsecured-channel",
        ];
        Assert.Empty(pitfalls.Except(Shipped.Drills.Select(drill => drill.Drill)));
        Assert.All(Shipped.Drills, drill => Assert.True(File.Exists(Samples.Path("drills", $"{drill.Drill}.json")), drill.Drill));
    }

    [Fact]
    public void Every_request_is_one_that_is_taken()
    {
        foreach (DrillDefinition drill in Shipped.Drills)
        {
            JsonObject request = drill.Request.DeepClone().AsObject();
            request["reference"] = "A";
            request["items"] = new JsonArray();
            Assert.NotNull(RequestDocument.Parse(Encoding.UTF8.GetBytes(request.ToJsonString()), PolicySet.Load()));
        }
    }

    [Theory]
    [InlineData("""{"title":" "}""", "it lacks a title, a pitfall, a story or a task")]
    [InlineData("""{"story":[]}""", "it lacks a title, a pitfall, a story or a task")]
    [InlineData("""{"hours":0}""", "it can't be played for that long")]
    [InlineData("""{"pass":101}""", "its pass mark is not of 1 to 100")]
    [InlineData("""{"from":"xa-nobody"}""", "no partner sends the request")]
    [InlineData("""{"partners":[{"alias":"xa-pp","name":"A","jurisdiction":"FR"},{"alias":"xa-pp","name":"B","jurisdiction":"FR"}]}""", "two partners have one alias")]
    [InlineData("""{"partners":[{"alias":"colleague","name":"A","jurisdiction":"FR"}]}""", "a partner has the name of an officer of the script")]
    [InlineData("""{"request":{"reference":"A"}}""", "the reference and the items of its request are the run's")]
    [InlineData("""{"items":[{"id":"request","name":"a","type":"text/plain","text":"a"}]}""", "its item request has no id of the form, or not one content")]
    [InlineData("""{"items":[{"id":"letter","name":"a","type":"text/plain"}]}""", "its item letter has no id of the form, or not one content")]
    [InlineData("""{"steps":[{"id":"a"}]}""", "its step a neither says nor does one thing")]
    [InlineData("""{"steps":[{"id":"a","who":"colleague","says":"b"}]}""", "its step a neither says nor does one thing")]
    [InlineData("""{"steps":[{"id":"a","who":"xa-nobody","collects":true}]}""", "its step a is nobody's")]
    [InlineData("""{"steps":[{"id":"a","who":"colleague","collects":true}]}""", "its step a is nobody's")]
    [InlineData("""{"steps":[{"id":"a","who":"colleague","call":"DELETE /cases"}]}""", "its step a makes no call")]
    [InlineData("""{"steps":[{"id":"a","says":"b"},{"id":"a","says":"b"}]}""", "two steps are called a")]
    [InlineData("""{"finish":[]}""", "nothing finishes it")]
    [InlineData("""{"finish":[{"events":["review.request-forgotten"]}]}""", "it looks for an event that there is not: review.request-forgotten")]
    [InlineData("""{"finish":[{"events":["review.request-accepted"],"data":{"colour":"red"}}]}""", "it looks for colour in an event that has none: review.request-accepted")]
    [InlineData("""{"rules":[]}""", "its points do not add up to 100")]
    [InlineData("""{"drill":"another"}""", "its id is not the file's name")]
    public void A_drill_that_could_not_be_played_or_scored_is_refused_with_the_reason(string change, string fault)
    {
        JsonObject drill = Read("over-disclosure");
        foreach ((string name, JsonNode? value) in JsonNode.Parse(change)!.AsObject())
            drill[name] = value?.DeepClone();
        Assert.Equal($"The drill over-disclosure.json can't be used: {fault}.", Assert.Throws<DrillException>(() => From(drill)).Message);
    }

    [Theory]
    [InlineData("""{"citation":" "}""", "lacks a text, a citation or points")]
    [InlineData("""{"points":0}""", "lacks a text, a citation or points")]
    [InlineData("""{"mustNot":{"events":["review.request-refused"]}}""", "asks for nothing, or for two things")]
    [InlineData("""{"must":null}""", "asks for nothing, or for two things")]
    public void A_rule_has_points_a_citation_and_one_test(string change, string fault)
    {
        JsonObject drill = Read("over-disclosure");
        foreach ((string name, JsonNode? value) in JsonNode.Parse(change)!.AsObject())
            drill["rules"]![0]![name] = value?.DeepClone();
        Assert.Equal($"The drill over-disclosure.json can't be used: its rule read-the-request {fault}.", Assert.Throws<DrillException>(() => From(drill)).Message);
    }

    [Fact]
    public void A_drill_is_read_strictly()
    {
        JsonObject drill = Read("over-disclosure");
        drill["colour"] = "red";
        Assert.Contains("has not a drill's shape", Assert.Throws<DrillException>(() => From(drill)).Message, StringComparison.Ordinal);
    }

    private static JsonObject Read(string drill) =>
        JsonNode.Parse(File.ReadAllText(Samples.InRepository("functions", "Rogatory.Core", "Drills", "Catalogue", $"{drill}.json")))!.AsObject();

    private static DrillCatalogue From(JsonObject drill) =>
        DrillCatalogue.From(new Dictionary<string, byte[]> { ["over-disclosure.json"] = Encoding.UTF8.GetBytes(drill.ToJsonString()) });
}
