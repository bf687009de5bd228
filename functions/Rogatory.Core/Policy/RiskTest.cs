using System.Text.Json.Nodes;

namespace Rogatory.Core.Policy;

/// <summary>A case for one rule of a risk pack, kept beside it.</summary>
/// <param name="Facts">Facts, as a merge patch (RFC 7396) on the pack's base facts.</param>
/// <param name="Fires">Whether the rule fires.</param>
internal sealed record RiskTest(JsonObject Facts, bool Fires);
