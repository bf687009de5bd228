namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>ASCII85Decode (ISO 32000-1, 7.4.3).</summary>
internal sealed class Ascii85Stream(Stream encoded) : DecodingStream(encoded)
{
    protected override bool Decode()
    {
        uint value = 0;
        int count = 0;
        while (count < 5)
        {
            int one = Take();
            if (one is < 0 or '~') break;
            if (one == 'z' && count == 0)
            {
                for (int zero = 0; zero < 4; zero++) Add(0);
                return true;
            }
            if (one is < '!' or > 'u') continue;
            value = unchecked((value * 85) + (uint)(one - '!'));
            count++;
        }
        if (count < 2) return false;
        for (int missing = count; missing < 5; missing++)
            value = unchecked((value * 85) + 84);
        for (int index = 0; index < count - 1; index++)
            Add((byte)((value >> (24 - (8 * index))) & 0xFF));
        return count == 5;
    }
}
