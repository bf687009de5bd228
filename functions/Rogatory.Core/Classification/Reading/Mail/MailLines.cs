using System.Text;

namespace Rogatory.Core.Classification.Reading.Mail;

/// <summary>The lines of a message (RFC 5322), up to the next boundary of any multipart around (RFC 2046, 5.1.1).</summary>
internal sealed class MailLines(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly List<byte[]> _boundaries = [];
    private int _at, _length;
    private bool _isMiddle, _isEnded, _afterBlank = true;

    /// <summary>How many multiparts are around.</summary>
    public int Level => _boundaries.Count;

    /// <summary>Whether the file is a mailbox (RFC 4155), in which a line that begins with <c>From </c> begins a message.</summary>
    public bool IsMailbox { get; init; }

    /// <summary>The multipart whose boundary was met, from 0, or -1 for the next message of a mailbox; nothing while there is more to read.</summary>
    public int? Met { get; private set; }

    /// <summary>Whether the boundary met is the last of its multipart.</summary>
    public bool IsLast { get; private set; }

    public void Enter(string boundary) => _boundaries.Add(Encoding.UTF8.GetBytes($"--{boundary}"));

    public void Leave() => _boundaries.RemoveAt(_boundaries.Count - 1);

    /// <summary>Goes on past the boundary.</summary>
    public void Pass() => Met = null;

    /// <summary>The next line with what ends it, or a piece of it if it is very long; false at a boundary and at the end. Valid until the next call.</summary>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        line = default;
        if (Met is not null) return false;
        line = Peek();
        if (line.IsEmpty) return false;
        _at += line.Length;
        if (!_isMiddle && IsBoundary(line)) return false;
        _afterBlank = !_isMiddle && line.Trim("\r\n"u8).IsEmpty;
        _isMiddle = line[^1] != '\n';
        return true;
    }

    private ReadOnlySpan<byte> Peek()
    {
        for (; ; )
        {
            ReadOnlySpan<byte> held = _buffer.AsSpan(_at, _length - _at);
            int end = held.IndexOf((byte)'\n');
            if (end >= 0) return held[..(end + 1)];
            if (_isEnded || held.Length == _buffer.Length) return held;
            held.CopyTo(_buffer);
            (_at, _length) = (0, held.Length);
            int read = stream.Read(_buffer.AsSpan(_length));
            _length += read;
            _isEnded = read == 0;
        }
    }

    private bool IsBoundary(ReadOnlySpan<byte> line)
    {
        if (IsMailbox && _afterBlank && line.StartsWith("From "u8))
        {
            (Met, IsLast) = (-1, true);
            return true;
        }
        if (!line.StartsWith("--"u8)) return false;
        for (int level = _boundaries.Count - 1; level >= 0; level--)
        {
            if (!line.StartsWith(_boundaries[level])) continue;
            ReadOnlySpan<byte> rest = line[_boundaries[level].Length..].TrimEnd(" \t\r\n"u8);
            if (!rest.IsEmpty && !rest.SequenceEqual("--"u8)) continue;
            (Met, IsLast) = (level, !rest.IsEmpty);
            return true;
        }
        return false;
    }
}
