using System.Text.Json.Nodes;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>A case for one rule, kept beside it.</summary>
/// <param name="Facts">Facts, as a merge patch (RFC 7396) on the pack's base facts.</param>
/// <param name="Gives">The effect of the rule's finding; null when it finds nothing.</param>
internal sealed record TransferTest(JsonObject Facts, FindingEffect? Gives);
