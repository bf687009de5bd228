using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Transfer;

/// <summary>A row of scenarios.json: base facts with a change to them (RFC 7396), and what must be decided.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="From">The name of the base facts.</param>
/// <param name="Change">The change.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Rule">A rule that must be among the findings.</param>
/// <param name="Instrument">The instrument that must be chosen.</param>
/// <param name="Condition">A condition that must come with it.</param>
/// <param name="Missing">A fact that a person must be asked for.</param>
internal sealed record Scenario(
    string Name, string From, JsonObject Change, TransferOutcome Outcome,
    string? Rule = null, string? Instrument = null, string? Condition = null, string? Missing = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly Collection Read =
        JsonSerializer.Deserialize<Collection>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Transfer", "scenarios.json")), Options)!;

    public static IReadOnlyDictionary<string, Scenario> All { get; } = Read.Scenarios.ToDictionary(one => one.Name);

    public TransferFacts Facts => TransferFacts.From((JsonObject)MergePatch.Apply(Read.Bases[From], Change)!);

    /// <summary>The base facts alone.</summary>
    public static JsonObject Base(string name) => (JsonObject)Read.Bases[name].DeepClone();

    private sealed record Collection(Dictionary<string, JsonObject> Bases, IReadOnlyList<Scenario> Scenarios);
}
