namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>ASCIIHexDecode (ISO 32000-1, 7.4.2).</summary>
internal sealed class AsciiHexStream(Stream encoded) : DecodingStream(encoded)
{
    protected override bool Decode()
    {
        int high = Digit();
        if (high < 0) return false;
        int low = Digit();
        Add((byte)((high * 16) + Math.Max(low, 0)));
        return low >= 0;
    }

    private int Digit()
    {
        for (; ; )
        {
            int one = Take();
            if (one is < 0 or '>') return -1;
            if (char.IsAsciiHexDigit((char)one)) return Convert.ToInt32(((char)one).ToString(), 16);
        }
    }
}
