using System.Text.Json;

namespace Rogatory.Core.Policy;

/// <summary>A ladder as written: where it applies, one of its rungs must hold; they are tried from the top.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Citation">The article that sets it up.</param>
/// <param name="Message">What is said when no rung holds.</param>
/// <param name="When">Where it applies.</param>
/// <param name="Who">Whom it asks.</param>
/// <param name="Rungs">From the top.</param>
/// <param name="Tests">Cases.</param>
internal sealed record TransferLadder(
    string Id, string Citation, string Message, JsonElement When, string Who, IReadOnlyList<TransferRung> Rungs, IReadOnlyList<TransferTest> Tests);
