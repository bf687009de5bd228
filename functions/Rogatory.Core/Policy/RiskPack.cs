using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Policy;

/// <summary>A risk pack as written.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">The day on which it was last changed.</param>
/// <param name="Source">Where its texts were read.</param>
/// <param name="InForce">When its rules apply, unless they say otherwise.</param>
/// <param name="Base">Facts of a plain case that its tests change.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="Definitions">Predicates by name, which its own can use as <c>@name</c>.</param>
internal sealed record RiskPack(
    string Title,
    DateOnly Version,
    string Source,
    InForce InForce,
    JsonObject Base,
    IReadOnlyList<RiskRule> Rules,
    IReadOnlyDictionary<string, JsonElement>? Definitions = null);
