using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>An officer in one session.</summary>
internal sealed class Officer(HttpClient http, Uri origin, string token, EnrolledOfficers enrolled)
{
    public const string Justification = "Checking the statement against the facts of the request.";

    public string Token => token;

    public Task<Answer> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    public Task<Answer> PutAsync(string path, JsonObject body) => CallAsync(HttpMethod.Put, path, body);

    public Task<Answer> ReadAsync(string @case, string item, string? justification = Justification, string? range = null, string? ifRange = null) =>
        CallAsync(HttpMethod.Get, $"/cases/{@case}/items/{item}/content", change: request =>
        {
            if (justification is not null) request.Headers.Add("Rogatory-Justification", Uri.EscapeDataString(justification));
            if (ifRange is not null) request.Headers.TryAddWithoutValidation("If-Range", ifRange);
            if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        });

    public Task<Answer> DecideAsync(string @case, string decision, string citation = "UNCAC art. 46", string reasons = "As the file shows.") =>
        CallAsync(HttpMethod.Post, $"/cases/{@case}/decisions", new JsonObject
        {
            ["decision"] = decision,
            ["ground"] = decision == "accept" ? "complete-and-lawful" : "incomplete",
            ["citation"] = citation,
            ["reasons"] = reasons,
        });

    public Task<Answer> PostAsync(string path, byte[] body) => CallAsync(HttpMethod.Post, path, change: request => request.Content = Json(body));

    public Task<Answer> PutAsync(string path, byte[] body) => CallAsync(HttpMethod.Put, path, change: request => request.Content = Json(body));

    public Task<Answer> OpenAsync(string kind, string partner, JsonObject document) =>
        PostAsync($"/cases?kind={kind}&partner={partner}", SampleRequests.ToBytes(document));

    /// <summary>Adds an item; a field given as null is left out, and one that is not named has a usual value.</summary>
    public Task<Answer> AddAsync(string @case, string item, byte[] content, params (string Field, string? Value)[] fields) =>
        CallAsync(HttpMethod.Put, $"/cases/{@case}/items/{item}", change: request =>
        {
            request.Content = new ByteArrayContent(content);
            request.Headers.ExpectContinue = true;
            Dictionary<string, string?> all = new()
            {
                ["Content-Type"] = "text/csv",
                ["Content-Disposition"] = "attachment; filename*=UTF-8''account%20statement.csv",
                ["Content-Digest"] = ContentDigest.Of(content).ToString(),
                ["Rogatory-Data-Categories"] = "bank-records, identity",
                ["Rogatory-Origin"] = "own",
            };
            foreach (var (field, value) in fields) all[field] = value;
            foreach (var (field, value) in all)
            {
                if (value is not null) Assert.True(request.Content.Headers.TryAddWithoutValidation(field, value));
            }
        });

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private async Task<Answer> CallAsync(HttpMethod method, string path, JsonObject? body = null, Action<HttpRequestMessage>? change = null)
    {
        await enrolled.ForCallAsync(token, path);
        using var request = new HttpRequestMessage(method, new Uri(origin, $"/api/v1{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = JsonContent.Create(body);
        change?.Invoke(request);
        return await Answer.OfAsync(await http.SendAsync(request));
    }
}
