using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Policy;

/// <summary>A row of rule-cases.json: a request that a rule has something to say about, and one that it has not.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Triggers">The request that triggers it.</param>
/// <param name="Spares">The request that does not; none for the rule that holds for every request.</param>
/// <param name="At">The pointers of the findings that come of it; or</param>
/// <param name="Due">the instant of its clock, when everything happens at 10:30 UTC on 22 November 2026.</param>
internal sealed record RuleCase(string Rule, RuleCase.Sample Triggers, RuleCase.Sample? Spares = null, string[]? At = null, DateTimeOffset? Due = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyDictionary<string, RuleCase> All { get; } =
        JsonSerializer.Deserialize<RuleCase[]>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Policy", "rule-cases.json")), Options)!
            .ToDictionary(one => one.Rule);

    /// <summary>A sample request and what to change in it, as a JSON merge patch (RFC 7396).</summary>
    internal sealed record Sample([property: System.Text.Json.Serialization.JsonPropertyName("sample")] string Name, JsonObject Patch)
    {
        public RequestDocument Read() => RequestDocument.Parse(SampleRequests.ToBytes(Merge(SampleRequests.ReadTree(Name), Patch)!));

        private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
        {
            if (patch is not JsonObject changes)
                return patch?.DeepClone();
            JsonObject merged = target as JsonObject ?? [];
            foreach ((string name, JsonNode? change) in changes)
            {
                if (change is null)
                {
                    merged.Remove(name);
                    continue;
                }

                JsonNode? before = merged[name];
                merged.Remove(name);
                merged[name] = Merge(before, change);
            }

            return merged;
        }
    }
}
