using Rogatory.Core.Case;

namespace Rogatory.Api.Sealing;

/// <param name="Attempt">The upload whose link is renewed; left out for another upload.</param>
public sealed record UploadBody(AttemptId? Attempt = null);
