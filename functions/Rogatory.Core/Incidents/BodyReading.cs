using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Incidents;

/// <summary>Reads a sealed body piece by piece and compares its root with the recorded one, which needs no key. Can stop after any piece and go on later.</summary>
internal sealed class BodyReading(ISealedSource body, ItemSealed one)
{
    private SealedRoot _root = new();

    /// <summary>How many bytes of the body were read, whole pieces but for the end.</summary>
    public long Offset { get; private set; }

    /// <summary>Goes on where an earlier run stopped. What is not of the form is as nothing: the reading begins anew.</summary>
    public BodyReading After(ReadingPaused? earlier)
    {
        if (earlier is null || !TryParse(earlier, out byte[] state))
            return this;
        _root = SealedRoot.Restore(state);
        Offset = earlier.Offset;
        return this;
    }

    /// <summary>What it takes to go on, for the record.</summary>
    public ReadingPaused Pause(DateOnly? share, SealedPath path) => new()
    {
        Command = default,
        Share = share,
        Case = path.Case,
        Item = path.Item,
        Attempt = path.Attempt,
        Offset = Offset,
        Subtrees = Convert.ToHexStringLower(_root.State()),
    };

    /// <summary>Reads to the end, or until the budget is spent.</summary>
    public async Task<BodyFinding> RunAsync(PatrolBudget budget, CancellationToken cancellationToken)
    {
        byte[] piece = new byte[(int)Math.Min(SealedBody.SegmentSize, one.Size)];
        while (Offset < one.Size)
        {
            if (budget.IsSpent)
                return BodyFinding.Unfinished;
            Memory<byte> part = piece.AsMemory(0, (int)Math.Min(piece.Length, one.Size - Offset));
            try
            {
                await body.ReadAsync(Offset, part, cancellationToken);
            }
            catch (EndOfStreamException)
            {
                return BodyFinding.Missing;
            }

            _root.Add(part.Span);
            Offset += part.Length;
            budget.Take(part.Length);
        }

        return Convert.ToHexStringLower(_root.Root()) == one.SealedRoot ? BodyFinding.Same : BodyFinding.Altered;
    }

    private bool TryParse(ReadingPaused earlier, out byte[] state)
    {
        state = [];
        try
        {
            state = Convert.FromHexString(earlier.Subtrees);
        }
        catch (FormatException)
        {
            return false;
        }

        return state.Length >= sizeof(long) && BinaryPrimitives.ReadInt64BigEndian(state) is > 0 and long count
            && earlier.Offset == count * SealedBody.SegmentSize && earlier.Offset < one.Size
            && state.Length == sizeof(long) + (BitOperations.PopCount((ulong)count) * SHA256.HashSizeInBytes);
    }
}
