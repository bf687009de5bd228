using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Ledger;

/// <summary>
/// Says whether a ledger holds together, from its bytes alone: nothing of the system that wrote it is needed. It keeps one line in memory,
/// and some 100 bytes for each line that was read.
/// </summary>
public sealed class LedgerCheck
{
    private const string Opened = "intake.request-opened";

    private readonly List<byte[]> _leafHashes = [];
    private readonly HashSet<UInt128> _commands = [];
    private LedgerTip _tip = LedgerTip.Empty;
    private string? _case;
    private string? _command;

    private LedgerCheck()
    {
    }

    /// <summary>
    /// Reads JSON Lines to the end, or to the first line that does not hold. A ledger kept in several parts is checked as one stream,
    /// its parts in order. Nothing in the stream makes it throw; what the stream itself throws is passed on.
    /// </summary>
    public static LedgerReport Check(Stream jsonLines) => Check(jsonLines, _ => { });

    /// <summary>
    /// The same, and hands on each line that holds, in order, before it reads the next. What <paramref name="each"/> throws is passed on.
    /// </summary>
    public static LedgerReport Check(Stream jsonLines, Action<LedgerLine> each)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        ArgumentNullException.ThrowIfNull(each);
        var check = new LedgerCheck();
        LedgerFormatException? failure = null;
        try
        {
            var lines = new LineStream(jsonLines);
            while (lines.TryRead(out var line))
                each(check.Follow(line));
            if (check._tip.Size == 0)
                throw new LedgerFormatException(LedgerFault.Empty, "There is no line.");
        }
        catch (LedgerFormatException fault)
        {
            failure = fault;
        }
        return new LedgerReport(check._case, check._tip, check._leafHashes, failure);
    }

    private LedgerLine Follow(ReadOnlyMemory<byte> bytes)
    {
        var line = LedgerLine.Parse(bytes);
        var tip = _tip.Follow(line, bytes);
        if (_case is null && LedgerWords.IsCaseId(line.Case) && line.Event != Opened)
            throw new LedgerFormatException(LedgerFault.NotOpened, $"A case's first line is {Opened}.");
        if (_case is not null && line.Case != _case)
            throw new LedgerFormatException(LedgerFault.OtherCase, "The line is of another case than the lines above.");
        if (line.Command != _command && !_commands.Add(MarkOf(line.Command)))
            throw new LedgerFormatException(LedgerFault.DuplicateCommand, "The line's command was carried out further above.");

        (_case, _command, _tip) = (line.Case, line.Command, tip);
        _leafHashes.Add(MerkleTree.LeafHash(bytes.Span));
        return line;
    }

    /// <summary>Half a digest is enough to know a command again, and much smaller than the longest one.</summary>
    private static UInt128 MarkOf(string command)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(command), digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
