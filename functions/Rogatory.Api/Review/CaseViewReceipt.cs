namespace Rogatory.Api.Review;

/// <param name="Statement">Hex SHA-256 of the receipt.</param>
/// <param name="Size">The ledger lines it names.</param>
/// <param name="Root">Hex root over them.</param>
public sealed record CaseViewReceipt(string Statement, long Size, string Root);
