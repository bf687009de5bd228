using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Incidents;
using Rogatory.Api.Intake;
using Rogatory.Api.Review;
using Rogatory.Core;
using Rogatory.Core.Intake;
using Rogatory.Core.Review;

namespace Rogatory.Api.Tests;

public sealed class ApiJsonTests
{
    [Theory]
    [InlineData("2026-11-22T09:00:00Z")]
    [InlineData("2026-11-22T10:00:00.0000001+01:00")]
    public void A_time_is_written_in_UTC_to_the_millisecond_with_Z(string time)
    {
        var view = new RequestViewDeadline("clock", DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), "LED art. 30(1)");
        Assert.Contains("\"due\":\"2026-11-22T09:00:00.000Z\"", JsonSerializer.Serialize(view, ApiJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22T09:00:00Z", true)]
    [InlineData("2026-11-22T10:00:00+01:00", true)]
    [InlineData("2026-11-22T08:00:00.5-01:00", true)]
    [InlineData("2026-11-22T09:00:00", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-22T09:00", false)]
    public void A_time_says_where_it_is_the_time(string time, bool isTaken)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"cause":"other","description":"d","awareAt":"{{time}}"}""");
        if (isTaken)
            Assert.Equal(9, ApiJson.Parse<IncidentBody>(body).AwareAt!.Value.UtcDateTime.Hour);
        else
            Assert.Equal("body-malformed", Assert.Throws<RefusedException>(() => ApiJson.Parse<IncidentBody>(body)).Slug);
    }

    [Fact]
    public async Task A_word_is_read_as_it_is_written() => Assert.Equal(DecisionKind.Postpone, (await ReadAsync("\"postpone\"")).Decision);

    [Theory]
    [InlineData("\"Accept\"")]
    [InlineData("\"ACCEPT\"")]
    [InlineData("\"accept \"")]
    [InlineData("\"accept,refuse\"")]
    [InlineData("\"\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("0")]
    [InlineData("null")]
    public async Task A_word_in_another_spelling_is_refused(string word) =>
        Assert.Equal("body-malformed", (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(word))).Slug);

    [Fact]
    public async Task A_word_that_is_none_is_answered_with_those_there_are_and_not_repeated()
    {
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync("\"acept\""));
        Assert.Equal("Expected is one of: accept, clarify, postpone, refuse.", refused.Detail);
        Assert.Equal("/decision", Assert.Single((RequestFault[])refused.Extensions["faults"]).Pointer);
    }

    [Fact]
    public async Task A_member_whose_name_is_no_Unicode_is_refused() =>
        Assert.Equal("body-malformed", (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync("\"accept\",\"\\ud800\":1"))).Slug);

    private static Task<DecisionBody> ReadAsync(string decision)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"ground":"a","citation":"UNCAC","reasons":"r","decision":{{decision}}}"""));
        return ApiJson.ReadAsync<DecisionBody>(http.Request, 1000, CancellationToken.None);
    }
}
