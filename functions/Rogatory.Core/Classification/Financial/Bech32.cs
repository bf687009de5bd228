namespace Rogatory.Core.Classification.Financial;

/// <summary>Segregated witness addresses: bech32 for version 0 (BIP-173), bech32m for the others (BIP-350).</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const uint Constant = 1, ConstantOfM = 0x2bc830a3;

    /// <summary>Whether the text, all in one case, is an address with this human-readable part.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text, string human)
    {
        Span<char> lower = stackalloc char[text.Length];
        if (text.ContainsAnyInRange('A', 'Z') && text.ContainsAnyInRange('a', 'z'))
            return false;
        text.ToLowerInvariant(lower);
        if (!lower.StartsWith(human, StringComparison.Ordinal) || lower.Length < human.Length + 14 || lower[human.Length] != '1')
            return false;
        uint sum = 1;
        foreach (char unit in human)
            sum = Step(sum, (uint)unit >> 5);
        sum = Step(sum, 0);
        foreach (char unit in human)
            sum = Step(sum, (uint)unit & 31);
        ReadOnlySpan<char> data = lower[(human.Length + 1)..];
        Span<byte> values = stackalloc byte[data.Length];
        for (int at = 0; at < data.Length; at++)
        {
            int value = Alphabet.IndexOf(data[at], StringComparison.Ordinal);
            if (value < 0)
                return false;
            values[at] = (byte)value;
            sum = Step(sum, (uint)value);
        }

        int version = values[0];
        return version <= 16 && sum == (version == 0 ? Constant : ConstantOfM) && IsProgram(version, values[1..^6]);
    }

    private static uint Step(uint sum, uint value)
    {
        uint top = sum >> 25;
        sum = ((sum & 0x1FFFFFF) << 5) ^ value;
        ReadOnlySpan<uint> generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        for (int bit = 0; bit < 5; bit++)
            sum ^= (top >> bit & 1) == 0 ? 0 : generators[bit];
        return sum;
    }

    /// <summary>2 to 40 whole bytes, of version 0 just 20 or 32, and what is left over of the last five bits is zero.</summary>
    private static bool IsProgram(int version, ReadOnlySpan<byte> values)
    {
        int bits = values.Length * 5, left = bits % 8, bytes = bits / 8;
        return bytes is >= 2 and <= 40 && left < 5 && (values[^1] & ((1 << left) - 1)) == 0 && (version != 0 || bytes is 20 or 32);
    }
}
