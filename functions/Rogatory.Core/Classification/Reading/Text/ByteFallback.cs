using System.Text;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>Takes a byte that is not UTF-8 for Windows-1252, as it most often is; in other encodings for U+FFFD. Remembers that it did.</summary>
internal sealed class ByteFallback(bool isUtf8) : DecoderFallback
{
    public bool WasUsed { get; private set; }

    public override int MaxCharCount => isUtf8 ? 4 : 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(ByteFallback owner) : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.WasUsed = true;
            _text = owner.MaxCharCount == 1 ? "\uFFFD" : TextForm.Windows1252.GetString(bytesUnknown);
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset()
        {
            _text = "";
            _next = 0;
        }
    }
}
