namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Takes back what a predictor did before compression: TIFF's for whole bytes, or PNG's (ISO 32000-1, 7.4.4.4).</summary>
internal sealed class PredictedStream(Stream decoded, int predictor, int colors, int bits, int columns) : ForwardStream
{
    private readonly int _step = Math.Max(1, colors * bits / 8);
    private readonly byte[] _row = new byte[(int)((((long)columns * colors * bits) + 7) / 8)];
    private readonly byte[] _above = new byte[(int)((((long)columns * colors * bits) + 7) / 8)];
    private int _at, _length;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length && !NextRow()) return 0;
        int count = Math.Min(buffer.Length, _length - _at);
        _row.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) decoded.Dispose();
        base.Dispose(disposing);
    }

    private bool NextRow()
    {
        _row.CopyTo(_above, 0);
        int kind = predictor >= 10 ? decoded.ReadByte() : 1;
        if (kind < 0) return false;
        _at = 0;
        _length = decoded.ReadAtLeast(_row, _row.Length, throwOnEndOfStream: false);
        if (predictor == 2 && bits != 8) return _length > 0;
        for (int at = 0; at < _length; at++)
        {
            int left = at >= _step ? _row[at - _step] : 0, up = _above[at], corner = at >= _step ? _above[at - _step] : 0;
            int guess = kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => 0 };
            _row[at] = (byte)((_row[at] + guess) & 0xFF);
        }
        return _length > 0;
    }

    private static int Nearest(int left, int up, int corner)
    {
        int guess = left + up - corner;
        (int a, int b, int c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
