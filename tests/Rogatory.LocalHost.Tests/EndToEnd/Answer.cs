using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>What a caller learns from it: all but the date.</summary>
    public string Told => $"{Status}\n{string.Join('\n', Headers.Where(one => one.Key != "date").OrderBy(one => one.Key, StringComparer.Ordinal))}\n{Text}";

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync();
            var headers = response.Headers.Concat(response.Content.Headers);
            return new Answer((int)response.StatusCode, body, headers.ToDictionary(
                header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value), StringComparer.Ordinal));
        }
    }

    /// <summary>Holds for an answer of this status.</summary>
    public Answer Is(int status)
    {
        Assert.True(status == Status, $"{status} was expected, not {Status}: {Text}");
        return this;
    }

    /// <summary>Holds for this refusal; gives the problem.</summary>
    public JsonObject Refuses(int status, string slug)
    {
        Is(status);
        Assert.Equal("application/problem+json", Headers["content-type"]);
        Assert.Equal($"urn:rogatory:problem:{slug}", (string?)Json["type"]);
        return Json;
    }
}
