using System.Text;
using System.Text.Json.Nodes;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class MalformedTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of(100);

    private Callers Callers => system.Callers;

    public static TheoryData<string, string, string> Members => new()
    {
        { "reference", "12", "/reference" },
        { "reference", "\"a\\u0000b\"", "/reference" },
        { "reference", "\"\\ud800\"", "/reference" },
        { "legalBasis", "{\"instrument\":\"TREATY-OF-NOWHERE\"}", "/legalBasis/instrument" },
        { "legalBasis", "null", "/legalBasis" },
        { "persons", "[{\"name\":\"A\",\"nationality\":\"ZZ\"}]", "/persons/0/nationality" },
        { "persons", "[{\"name\":\"A\\u0007\"}]", "/persons/0/name" },
        { "persons", "{}", "/persons" },
        { "facts", "\"one\\u001b[2Jtwo\"", "/facts" },
        { "facts", "\"right to left \\u202e\"", "/facts" },
        { "confidential", "\"yes\"", "/confidential" },
        { "respondBy", "\"31.01.2027\"", "/respondBy" },
        { "handling", "\"H9\"", "/handling" },
        { "offences", "[{\"maxPenaltyYears\":1e400}]", "/offences/0/maxPenaltyYears" },
        { "unheardOf", "1", "/unheardOf" },
        { "items", "\"none\"", "/items" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_member_not_of_its_form_is_named_by_its_pointer(string member, string value, string pointer)
    {
        JsonObject letter = Letter.Declaring(("statement", Content));
        letter[member] = "@";
        byte[] request = Encoding.UTF8.GetBytes(letter.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal));
        Assert.Contains(pointer, Pointers(await Callers.Partner.PostAsync(request)));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\boot.ini")]
    [InlineData("/absolute")]
    [InlineData("C:\\file")]
    [InlineData("name\n.txt")]
    [InlineData("..")]
    [InlineData("NUL.txt")]
    [InlineData("")]
    public async Task A_path_in_a_file_name_is_named_by_its_pointer(string name)
    {
        JsonObject letter = Letter.Declaring(("statement", Content));
        letter["items"]![0]!["name"] = name;
        Assert.Contains("/items/0/name", Pointers(await Callers.Partner.OpenAsync(letter)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"reference\":\"a\",}")]
    [InlineData("\u0000")]
    [InlineData("{\"reference\":\"a\",\"reference\":\"b\"}")]
    public async Task What_is_not_a_letter_is_refused(string request) =>
        Assert.NotEmpty(Pointers(await Callers.Partner.PostAsync(Encoding.UTF8.GetBytes(request))));

    [Fact]
    public async Task Deep_nesting_is_refused_at_any_size()
    {
        foreach (byte unit in "[{"u8.ToArray())
            Assert.NotEmpty(Pointers(await Callers.Partner.PostAsync([.. Enumerable.Repeat(unit, 900_000)])));
        byte[] tenMegabytes = [.. Enumerable.Repeat((byte)'[', 10 << 20)];
        (await Callers.Partner.PostAsync(tenMegabytes)).Refuses(413, "too-large");
        string @case = await Callers.OpenAsync(("statement", [1]));
        (await Callers.Officer().PostAsync($"/cases/{@case}/decisions", [.. Enumerable.Repeat((byte)'[', 60_000)])).Refuses(400, "body-malformed");
    }

    [Theory]
    [InlineData("{\"decision\":\"maybe\",\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":\"r\"}", "/decision")]
    [InlineData("{\"decision\":1,\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":\"r\"}", "/decision")]
    [InlineData("{\"decision\":\"accept\",\"ground\":\"Not A Code\",\"citation\":\"UNCAC\",\"reasons\":\"r\"}", "/ground")]
    [InlineData("{\"decision\":\"accept\",\"ground\":\"complete-and-lawful\",\"citation\":\"<b>\",\"reasons\":\"r\"}", "/citation")]
    [InlineData("{\"decision\":\"accept\",\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":\" \"}", "/reasons")]
    [InlineData("{\"decision\":\"accept\",\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":null}", "/reasons")]
    [InlineData("{\"decision\":\"accept\",\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":\"\\ud800\"}", "/reasons")]
    [InlineData("{\"decision\":\"accept\",\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":\"r\",\"other\":1}", "/other")]
    [InlineData("{\"decision\":\"Accept\",\"ground\":\"complete-and-lawful\",\"citation\":\"UNCAC\",\"reasons\":\"r\"}", "/decision")]
    [InlineData("{\"decision\":\"accept\"}", "")]
    [InlineData("{\"\\ud800\":1}", "")]
    [InlineData("nothing", "")]
    public async Task A_decision_not_of_its_form_is_named_by_its_pointer(string decision, string pointer)
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        Answer answer = await Callers.Officer().PostAsync($"/cases/{@case}/decisions", Encoding.UTF8.GetBytes(decision));
        Assert.Equal([pointer], Pointers(answer));
        Assert.DoesNotContain((await Callers.LedgerAsync(@case)).Lines, line => ((string)line["event"]!).StartsWith("review.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("authority", "\"\"")]
    [InlineData("authority", "\"a\\u0000\"")]
    [InlineData("authority", "\"\\ud800\"")]
    [InlineData("jurisdiction", "\"ZZ\"")]
    [InlineData("jurisdiction", "null")]
    [InlineData("signingKeys", "{}")]
    [InlineData("signingKeys", "[]")]
    [InlineData("signingKeys", "[null]")]
    [InlineData("encryptionKeys", "null")]
    [InlineData("replaces", "\"1\"")]
    [InlineData("partner", "\"xx-another\"")]
    public Task A_partners_entry_not_of_its_form_is_named_by_its_pointer(string member, string value)
    {
        JsonObject entry = Callers.Stranger.Entry();
        entry[member] = "@";
        return NamesAsync(entry, value, $"/{member}");
    }

    [Theory]
    [InlineData("signingKeys", "key", "{}")]
    [InlineData("signingKeys", "key", "null")]
    [InlineData("signingKeys", "key", "{\"kty\":\"\\ud800\"}")]
    [InlineData("signingKeys", "key", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}")]
    [InlineData("encryptionKeys", "key", "[]")]
    [InlineData("encryptionKeys", "key", "{\"kty\":\"RSA\",\"n\":\"AA\",\"e\":\"AQAB\"}")]
    [InlineData("signingKeys", "validFrom", "\"yesterday\"")]
    [InlineData("signingKeys", "validUntil", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("encryptionKeys", "validUntil", "\"9999-01-01T00:00:00Z\"")]
    public Task A_partners_key_not_of_its_form_is_named_by_its_pointer(string keys, string member, string value)
    {
        JsonObject entry = Callers.Stranger.Entry();
        entry[keys]![0]![member] = "@";
        return NamesAsync(entry, value, $"/{keys}/0/{member}");
    }

    [Theory]
    [InlineData("agreements/Led37", """{"instrument":"LED art. 37","from":"2026-01-01","until":"2027-01-01"}""", "agreement-malformed")]
    [InlineData("agreements/led37", """{"instrument":"LED art. 37","from":"2026-01-01","until":"2027-01-01","agreement":"another"}""", "agreement-malformed")]
    [InlineData("agreements/led37", """{"instrument":"LED art. 37","from":"2026-01-01","until":"2025-01-01"}""", "agreement-malformed")]
    [InlineData("agreements/led37", """{"instrument":"LED art. 37","from":"2026-01-01","until":"2027-01-01","purposes":[null]}""", "agreement-malformed")]
    [InlineData("agreements/led37", """{"instrument":"LED art. 37","from":"2026-13-01","until":"2027-01-01"}""", "body-malformed")]
    [InlineData("undertakings/2026-1", """{"digest":"aa","signedOn":"2026-01-01","validUntil":"2027-01-01"}""", "undertaking-malformed")]
    [InlineData("undertakings/2026-1", """{"digest":"aa","signedOn":"2026-01-01","validUntil":"2027-01-01","version":"2"}""", "undertaking-malformed")]
    [InlineData("undertakings/2026-1", """{"digest":"aa"}""", "body-malformed")]
    public async Task What_is_recorded_of_a_partner_is_refused_unless_it_is_of_its_form(string path, string body, string slug) =>
        (await Callers.Officer("admin").PutAsync($"/partners/{Callers.Stranger.Id}/{path}", Encoding.UTF8.GetBytes(body))).Refuses(400, slug);

    [Fact]
    public async Task Content_of_another_type_is_refused_as_a_problem()
    {
        Answer answer = await Callers.Partner.CallAsync(HttpMethod.Post, "/api/v1/requests", Content, type: "text/html");
        answer.Refuses(415, "media-type-not-supported");
    }

    [Theory]
    [InlineData("{\"kty\":\"EC\",\"kty\":\"EC\"}")]
    [InlineData("{\"a\":{\"b\":1,\"b\":1}}")]
    public async Task A_member_that_stands_twice_at_any_depth_is_refused(string key)
    {
        JsonObject entry = Callers.Stranger.Entry();
        entry["signingKeys"]![0]!["key"] = "@";
        byte[] body = Encoding.UTF8.GetBytes(entry.ToJsonString().Replace("\"@\"", key, StringComparison.Ordinal));
        (await Callers.Officer("admin").PostAsync("/partners/xx-malformed/proposals", body)).Refuses(400, "body-malformed");
    }

    [Fact]
    public async Task An_entry_at_the_end_of_time_is_refused()
    {
        JsonObject entry = Callers.Stranger.Entry();
        (entry["signingKeys"]![0]!["validFrom"], entry["signingKeys"]![0]!["validUntil"]) = ("9998-01-01T00:00:00Z", "9999-12-31T00:00:00Z");
        (await Callers.Officer("admin").PostAsync("/partners/xx-malformed/proposals", TestKit.SampleRequests.ToBytes(entry))).Refuses(400, "partner-malformed");
    }

    private async Task NamesAsync(JsonObject entry, string value, string pointer)
    {
        byte[] body = Encoding.UTF8.GetBytes(entry.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal));
        Answer answer = await Callers.Officer("admin").PostAsync("/partners/xx-malformed/proposals", body);
        Assert.StartsWith(pointer, Assert.Single(Pointers(answer)), StringComparison.Ordinal);
        Assert.DoesNotContain("xx-malformed", (await Callers.Officer("admin").GetAsync("/partners")).Is(200).Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Pointers(Answer answer)
    {
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.Headers["content-type"]));
        return [.. answer.Json["faults"]!.AsArray().Select(fault => (string)fault!["pointer"]!)];
    }
}
