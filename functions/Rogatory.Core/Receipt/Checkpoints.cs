using System.Globalization;
using System.Text;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Receipt;

/// <summary>Reads checkpoints: <c>checkpoints/{number}</c> is the statement, <c>checkpoints/{number}.{root}</c> the list of its cases.</summary>
public sealed class Checkpoints(IStatementStore statements, IReadOnlyList<VerificationKey> keys)
{
    // Numbers have no gap and none is ever removed, so the newest one known stays a place to look on from.
    private volatile SignedCheckpoint? _newest;

    /// <summary>Where the statement of a number is stored.</summary>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"checkpoints/{number:D10}");

    /// <summary>Where the list of a checkpoint's cases is stored.</summary>
    public static string CasesNameOf(long number, string root) => $"{NameOf(number)}.{root}";

    /// <summary>The newest checkpoint, or null before the first.</summary>
    /// <exception cref="InvalidStatementException">What is stored is not a checkpoint that we signed, or does not name the one before it.</exception>
    public async Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken)
    {
        SignedCheckpoint? newest = _newest;

        // Doubling steps forward, then halving: a program that starts anew reads few of them.
        long step = 1;
        while (await ReadAsync(Next(newest) + step - 1, cancellationToken) is { } further)
            (newest, step) = (further, step * 2);
        for (step /= 2; step > 0; step /= 2)
        {
            if (await ReadAsync(Next(newest) + step - 1, cancellationToken) is { } further)
                newest = further;
        }

        if (newest is { Checkpoint.Number: > 0 } && newest != _newest
            && (await ReadAsync(newest.Checkpoint.Number - 1, cancellationToken))?.Digest != newest.Checkpoint.Previous)
            throw new InvalidStatementException("chain", "The newest checkpoint does not follow the one that is stored before it.");
        return _newest = newest;
    }

    /// <summary>The cases that a checkpoint covers, in its order.</summary>
    /// <exception cref="InvalidStatementException">The list is missing, or is not the one whose root was signed; reason <c>cases</c>.</exception>
    public async Task<IReadOnlyList<CheckpointCase>> CasesAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        byte[] list = await statements.ReadAsync(CasesNameOf(checkpoint.Number, checkpoint.Root), cancellationToken)
            ?? throw new InvalidStatementException("cases", "The list of the checkpoint's cases is missing.");
        List<CheckpointCase> cases = [];
        ReadOnlyMemory<byte> rest = list;
        for (; rest.Span.IndexOf((byte)'\n') is var end and >= 0; rest = rest[(end + 1)..])
            cases.Add(CheckpointCase.FromLine(rest.Span[..end]));
        return rest.IsEmpty && cases.Count == checkpoint.Cases && RootOf(cases) == checkpoint.Root
            ? cases
            : throw new InvalidStatementException("cases", "The list of the checkpoint's cases is not the one whose root was signed.");
    }

    /// <summary>The proof that a case stands in the newest checkpoint; null when it does not, because it is younger.</summary>
    public async Task<CheckpointProof?> ProveAsync(CaseId @case, CancellationToken cancellationToken)
    {
        if (await NewestAsync(cancellationToken) is not { } newest)
            return null;
        IReadOnlyList<CheckpointCase> cases = await CasesAsync(newest.Checkpoint, cancellationToken);
        for (int index = 0; index < cases.Count; index++)
        {
            if (cases[index].Case != @case)
                continue;
            IReadOnlyList<byte[]> path = MerkleTree.InclusionProof([.. cases.Select(one => one.LeafHash())], index);
            return new CheckpointProof(
                newest.Statement, @case, cases[index].Size, cases[index].Root, index, [.. path.Select(Convert.ToHexStringLower)]);
        }

        return null;
    }

    internal static string RootOf(IReadOnlyList<CheckpointCase> cases) =>
        Convert.ToHexStringLower(MerkleTree.Root([.. cases.Select(one => one.LeafHash())]));

    private static long Next(SignedCheckpoint? newest) => newest is null ? 0 : newest.Checkpoint.Number + 1;

    private async Task<SignedCheckpoint?> ReadAsync(long number, CancellationToken cancellationToken)
    {
        if (await statements.ReadAsync(NameOf(number), cancellationToken) is not { } stored)
            return null;
        string statement = Encoding.ASCII.GetString(stored);
        Checkpoint checkpoint = Checkpoint.FromJson(Statement.Verify(statement, Checkpoint.Type, keys));
        return checkpoint.Number == number
            ? new SignedCheckpoint(checkpoint, statement)
            : throw new InvalidStatementException("payload", "The checkpoint is stored under another number than its own.");
    }
}
