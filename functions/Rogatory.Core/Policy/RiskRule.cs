using System.Text.Json;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Policy;

/// <summary>One rule of a risk pack, as written.</summary>
/// <param name="Id">Its id, unique over all risk packs.</param>
/// <param name="Citation">The article it rests on.</param>
/// <param name="Verified">Whether it was checked against the official text. One that was not lifts the level, and demands nothing, unless it is a setting of the home authority.</param>
/// <param name="Message">One sentence.</param>
/// <param name="When">The predicate that says where it fires. It has no <c>not</c>: what is absent lifts nothing.</param>
/// <param name="Level">The level that it lifts to.</param>
/// <param name="Tests">Cases that it must decide as they say.</param>
/// <param name="Demands">The mitigations it demands (<see cref="Mitigation"/>).</param>
/// <param name="InForce">When it applies, where that is not when its pack does.</param>
internal sealed record RiskRule(
    string Id,
    string Citation,
    bool Verified,
    string Message,
    JsonElement When,
    RiskLevel Level,
    IReadOnlyList<RiskTest> Tests,
    IReadOnlyList<string>? Demands = null,
    InForce? InForce = null);
