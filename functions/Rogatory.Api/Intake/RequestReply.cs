namespace Rogatory.Api.Intake;

/// <summary>The answer to a request that came through a queue.</summary>
/// <param name="Status">The status that <c>POST /requests</c> answers with.</param>
/// <param name="ContentType">JSON, or problem details.</param>
/// <param name="Body">The body that it answers with.</param>
/// <param name="Queue">Where to send it; null when the sender is not known by its signature, wants no answer, or named a queue that is not its own.</param>
public sealed record RequestReply(int Status, string ContentType, byte[] Body, string? Queue);
