namespace Rogatory.Api.Intake;

/// <summary>A letter of request that came through a queue.</summary>
/// <param name="Body">The request's bytes, as for <c>POST /requests</c>.</param>
/// <param name="Partner">The message's property <c>rogatory-partner</c>; null when it has none.</param>
/// <param name="Signature">The message's property <c>rogatory-signature</c>, a detached JWS; null when it has none.</param>
/// <param name="Taken">When the queue took it.</param>
/// <param name="ReplyTo">The queue that the sender wants the answer in; null when it wants none.</param>
public sealed record RequestMessage(ReadOnlyMemory<byte> Body, string? Partner, string? Signature, DateTimeOffset Taken, string? ReplyTo);
