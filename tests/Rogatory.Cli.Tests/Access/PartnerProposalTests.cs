using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Access;

/// <summary>What a second admin sees of what another proposed about a partner.</summary>
public sealed class PartnerProposalTests
{
    private const string Kept = """{"key":{"kid":"kept"},"validFrom":"2026-01-01T00:00:00.000Z","validUntil":"2027-01-01T00:00:00.000Z"}""";
    private const string Shortened = """{"key":{"kid":"kept"},"validFrom":"2026-01-01T00:00:00.000Z","validUntil":"2026-12-31T00:00:00.000Z"}""";
    private const string Left = """{"key":{"kid":"left"},"validFrom":"2026-01-01T00:00:00.000Z","validUntil":"2027-01-01T00:00:00.000Z"}""";
    private const string Fresh = """{"key":{"kid":"fresh"},"validFrom":"2026-11-29T00:00:00.000Z","validUntil":"2027-11-29T00:00:00.000Z"}""";
    private const string InForce = $$"""{"authority":"Ministério Público","jurisdiction":"PT","signingKeys":[{{Kept}}],"encryptionKeys":[{{Left}}]}""";
    private const string Proposed = $$"""{"authority":"Procuradoria","jurisdiction":"BR","signingKeys":[{{Shortened}}],"encryptionKeys":[{{Fresh}}]}""";

    [Theory]
    [InlineData("partner list")]
    [InlineData("partner keys br-mpf")]
    [InlineData("partner approve br-mpf 2")]
    public async Task A_proposal_is_shown_whole_with_what_differs_from_the_entry_in_force(string line)
    {
        var shown = await ShownAsync(line, InForce, Proposed);
        Assert.Contains("2, by officer:first-admin", shown, StringComparison.Ordinal);
        Assert.Contains("a change of the entry in force", shown, StringComparison.Ordinal);
        Assert.Contains("Procuradoria  (differs: in force is Ministério Público)", shown, StringComparison.Ordinal);
        Assert.Contains("BR  (differs: in force is PT)", shown, StringComparison.Ordinal);
        Assert.Contains("until 2026-12-31T00:00:00.000Z  differs: in force from 2026-01-01T00:00:00.000Z until 2027-01-01T00:00:00.000Z", shown, StringComparison.Ordinal);
        Assert.Matches("fresh .* new\n", shown);
        Assert.Matches("left .* left out: counts no more\n?", shown);
    }

    [Theory]
    [InlineData("partner list")]
    [InlineData("partner keys br-mpf")]
    [InlineData("partner approve br-mpf 2")]
    public async Task A_first_registration_is_shown_with_the_name_and_the_state(string line)
    {
        var shown = await ShownAsync(line, "null", Proposed);
        Assert.Contains("a first registration", shown, StringComparison.Ordinal);
        Assert.Matches("name +Procuradoria\n", shown);
        Assert.Matches("state +BR\n", shown);
        Assert.Matches("kept .* new\n", shown);
        Assert.DoesNotContain("differs", shown, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"br-mpf +-", shown);
    }

    [Theory]
    [InlineData("partner list")]
    [InlineData("partner approve br-mpf 2")]
    public async Task A_reinstatement_shows_the_entry_that_stays(string line)
    {
        var shown = await ShownAsync(line, InForce, "null");
        Assert.Contains("a reinstatement", shown, StringComparison.Ordinal);
        Assert.Matches("name +Ministério Público\n", shown);
        Assert.DoesNotContain("differs", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_says_what_was_approved() =>
        Assert.StartsWith("Proposal 2 about br-mpf is approved:\n  proposal  2, by officer:first-admin", await ShownAsync("partner approve br-mpf 2", InForce, Proposed), StringComparison.Ordinal);

    private static async Task<string> ShownAsync(string line, string inForce, string proposed)
    {
        var proposal = $$"""{"partner":"br-mpf","number":2,"entry":{{proposed}},"proposedBy":"officer:first-admin","proposedAt":"2026-11-29T06:00:00.000Z","outcome":"OUTCOME","decidedBy":null}""";
        var partner = $$"""{"partner":"br-mpf","status":"{{(inForce == "null" ? "not-registered" : "active")}}","entry":{{inForce}},"change":0,"agreements":[],"undertakings":[],"proposal":{{proposal}}}""";
        await using var authority = new StubAuthority(call => call.AnswerAsync(
            200, call.Method == "GET" ? $$"""{"partners":[{{partner}}]}""" : proposal.Replace("OUTCOME", "approved", StringComparison.Ordinal)));
        var ran = await Ran.Of([.. line.Split(' '), "--token", "t", "--authority-url", authority.Url]);
        Assert.True(ran.Status == 0, ran.Error);
        return ran.Output;
    }
}
