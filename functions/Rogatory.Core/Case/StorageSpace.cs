using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Core.Case;

/// <summary>Which space a storage is of: said in the storage itself, once, by the first host that works on it.</summary>
public sealed class StorageSpace(StoredStatements statements, ILedgerStore ledgers, Space space, TimeProvider time)
{
    /// <summary>The kind of statement that says it.</summary>
    public const string Type = "rogatory-space+jws";

    /// <summary>Its name in the store.</summary>
    public const string Name = "space";

    /// <summary>Says that the storage is of this host's space, unless that is said. No host of the other space works on it from then on.</summary>
    /// <exception cref="OtherSpaceException">It is of the other space, by what it says of itself, or by a case that is in it.</exception>
    /// <exception cref="StorageUnavailableException">It can't be told; it can be tried again.</exception>
    public async Task ClaimAsync(CancellationToken cancellationToken)
    {
        string? said = await statements.FindAsync(Name, cancellationToken);
        if (said is null && await HasOtherCasesAsync(cancellationToken))
            throw new OtherSpaceException(space);
        said ??= await statements.SignAsync(Name, Type, () => Task.FromResult(Describe()), cancellationToken);
        if (SpaceIn(said) != space)
            throw new OtherSpaceException(space);
    }

    private JsonObject Describe() => new() { ["at"] = Statement.FormatTime(time.GetUtcNow()), ["space"] = space.Name };

    // The key of the other space verifies nothing here, so what the statement says is read as it is: who can write there can do worse than keep us out.
    private static Space? SpaceIn(string statement)
    {
        try
        {
            return Space.TryParse((string?)Statement.PayloadOf(statement)["space"], out Space? named) ? named : null;
        }
        catch (Exception malformed) when (malformed is InvalidStatementException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<bool> HasOtherCasesAsync(CancellationToken cancellationToken)
    {
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            if (CaseId.TryParse(ledger.Name, out CaseId @case) && @case.IsOfDrill != (space == Space.Drill))
                return true;
        }

        return false;
    }
}
