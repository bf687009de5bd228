namespace Rogatory.Core.Receipt;

/// <summary>A statement is not what it says: not of its form, not by a key of the set, or signed outside the key's validity.</summary>
public sealed class InvalidStatementException(string reason, string message) : FormatException(message)
{
    /// <summary>A stable name: <c>form</c>, <c>header</c>, <c>key-unknown</c>, <c>signature</c>, <c>payload</c> or
    /// <c>key-validity</c>.</summary>
    public string Reason { get; } = reason;
}
