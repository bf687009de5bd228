using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Rogatory.Api.Tests;

/// <summary>An answer, and what every refusal must be.</summary>
public sealed record Answer(int Status, string Body, HttpResponseHeaders Headers, string? MediaType)
{
    public static async Task<Answer> OfAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.ToString());
    }

    public JsonObject Problem(int status, string slug)
    {
        Assert.Equal((status, "application/problem+json"), (Status, MediaType));
        var problem = JsonNode.Parse(Body)!.AsObject();
        Assert.Equal(($"urn:rogatory:problem:{slug}", status), ((string?)problem["type"], (int?)problem["status"]));
        Assert.NotEmpty((string?)problem["title"] ?? "");
        Assert.NotEmpty((string?)problem["detail"] ?? "");
        Assert.True(Headers.CacheControl?.NoStore);
        Assert.Equal(status == 401, Headers.WwwAuthenticate.Count > 0);
        Assert.Equal(status is 429 or 503, Headers.RetryAfter is not null);
        return problem;
    }
}
