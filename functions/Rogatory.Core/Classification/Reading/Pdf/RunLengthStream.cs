namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>RunLengthDecode (ISO 32000-1, 7.4.5).</summary>
internal sealed class RunLengthStream(Stream encoded) : DecodingStream(encoded)
{
    protected override bool Decode()
    {
        int length = Take();
        if (length is < 0 or 128) return false;
        int repeated = length > 128 ? Take() : 0;
        if (repeated < 0) return false;
        for (int count = length > 128 ? 257 - length : length + 1; count > 0; count--)
        {
            int one = length > 128 ? repeated : Take();
            if (one < 0) return false;
            Add((byte)one);
        }
        return true;
    }
}
