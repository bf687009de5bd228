using System.Text.Json;

namespace Rogatory.Core.Policy;

/// <summary>A rung of a ladder as written. All rungs were checked against the official text: a ladder allows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Citation">The provision.</param>
/// <param name="Holds">When it carries a transfer.</param>
/// <param name="Carries">One sentence for when it holds.</param>
/// <param name="Fails">One sentence for when it does not.</param>
/// <param name="Conditions">What comes with a transfer that rests on it.</param>
/// <param name="Derogation">True where it may carry a transfer only in the absence of what the rungs above it stand for (LED art. 38(1), GDPR art. 49(1)).</param>
internal sealed record TransferRung(
    string Id, string Citation, JsonElement Holds, string Carries, string Fails, IReadOnlyList<RungCondition>? Conditions = null, bool Derogation = false);
