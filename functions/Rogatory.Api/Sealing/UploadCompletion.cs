using System.Text.Json;
using Rogatory.Core.Case;

namespace Rogatory.Api.Sealing;

/// <param name="Attempt">The upload.</param>
/// <param name="KeyEnvelope">The key envelope for the authority's public key: a JWE in JSON, of exactly the form of the Envelope project's FORMAT.md.</param>
/// <param name="Header">Hex of the sealed body's first 40 bytes.</param>
/// <param name="Commitment">Hex SHA-256 of <c>rogatory/v1/commit</c>, main key and header.</param>
/// <param name="SealedRoot">Hex RFC 9162 root over the body's 1 MiB pieces.</param>
/// <param name="Size">The sealed body's length in bytes.</param>
public sealed record UploadCompletion(AttemptId Attempt, JsonElement KeyEnvelope, string Header, string Commitment, string SealedRoot, long Size);
