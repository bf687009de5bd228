namespace Rogatory.Api.Receipt;

/// <param name="Checkpoint">The newest checkpoint, as a compact JWS.</param>
/// <param name="Case">The case.</param>
/// <param name="Size">How many lines of its ledger the checkpoint covers.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Index">The case's place among the checkpoint's cases.</param>
/// <param name="Path">The RFC 9162 inclusion proof, from the leaf upwards.</param>
public sealed record CaseCheckpointView(string Checkpoint, string Case, long Size, string Root, long Index, IReadOnlyList<string> Path);
