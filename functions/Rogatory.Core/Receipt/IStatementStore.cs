namespace Rogatory.Core.Receipt;

/// <summary>Immutable storage of signed statements. Never holds a key envelope.</summary>
public interface IStatementStore
{
    /// <summary>Creates the statement; one that is there already is never replaced.</summary>
    /// <param name="name">Such as <c>{case}/receipt</c>.</param>
    /// <returns>False when another was there already; the very same bytes are this call's own, made by a try whose answer was lost.</returns>
    Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> statement, CancellationToken cancellationToken);

    /// <summary>The statement's bytes, or null.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken);
}
