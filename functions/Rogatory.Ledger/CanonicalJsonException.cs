namespace Rogatory.Ledger;

/// <summary>A value that has no canonical form under RFC 8785. The message names the rule, never the value.</summary>
public sealed class CanonicalJsonException(string message) : FormatException(message);
