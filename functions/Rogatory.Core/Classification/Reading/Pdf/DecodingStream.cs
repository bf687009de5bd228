namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A filter that makes a few bytes from a few.</summary>
internal abstract class DecodingStream(Stream encoded) : ForwardStream
{
    private readonly byte[] _input = new byte[4096];
    private byte[] _output = new byte[256];
    private int _at, _length, _inputAt, _inputLength;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (_at == _length && !_ended)
        {
            (_at, _length) = (0, 0);
            _ended = !Decode();
        }
        int count = Math.Min(buffer.Length, _length - _at);
        _output.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>Takes some input and adds what it makes; false at the end.</summary>
    protected abstract bool Decode();

    /// <summary>The next byte of input, -1 at the end.</summary>
    protected int Take()
    {
        if (_inputAt == _inputLength)
        {
            _inputAt = 0;
            _inputLength = encoded.Read(_input);
            if (_inputLength == 0) return -1;
        }
        return _input[_inputAt++];
    }

    protected void Add(byte one)
    {
        if (_length == _output.Length) Array.Resize(ref _output, _length * 2);
        _output[_length++] = one;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) encoded.Dispose();
        base.Dispose(disposing);
    }
}
