using System.Globalization;

namespace Rogatory.Ledger;

/// <summary>
/// Numbers as RFC 8785 section 3.2.2.3 writes them: ECMA-262's Number::toString, the shortest digits that read back as the same double.
/// </summary>
internal static class EcmaNumber
{
    /// <summary>Longer than any number's text: sign, 17 digits, and either a point with six zeros or an exponent.</summary>
    public const int MaximumLength = 32;

    /// <summary>Every whole number up to this one is a double.</summary>
    public const long LargestExact = 1L << 53;

    /// <summary>Whole numbers of up to this many digits are exact, and their text is all their digits.</summary>
    private const int PlainDigits = 15;

    private const double LargestPlain = 1e15;

    /// <summary>Writes a finite value and returns how many bytes it took.</summary>
    public static int Format(double value, Span<byte> text)
    {
        if (Math.Abs(value) < LargestPlain && value == Math.Truncate(value))
        {
            ((long)value).TryFormat(text, out var plain, default, CultureInfo.InvariantCulture);
            return plain;
        }

        Span<byte> digits = stackalloc byte[MaximumLength];
        var count = ShortestDigits(Math.Abs(value), digits, out var point);
        digits = digits[..count];

        var written = 0;
        if (value < 0)
            text[written++] = (byte)'-';

        // ECMA-262 names: count is k, point is n, and the value is 0.digits times ten to the point.
        if (point is > 0 and <= 21)
        {
            written += Put(digits[..Math.Min(count, point)], text[written..]);
            if (count < point)
                written += Zeros(point - count, text[written..]);
            else if (count > point)
                written += Put("."u8, text[written..], digits[point..]);
        }
        else if (point is > -6 and <= 0)
        {
            written += Put("0."u8, text[written..]);
            written += Zeros(-point, text[written..]);
            written += Put(digits, text[written..]);
        }
        else
        {
            written += Put(digits[..1], text[written..]);
            if (count > 1)
                written += Put("."u8, text[written..], digits[1..]);
            written += Put(point > 0 ? "e+"u8 : "e"u8, text[written..]);
            (point - 1).TryFormat(text[written..], out var exponent, default, CultureInfo.InvariantCulture);
            written += exponent;
        }
        return written;
    }

    /// <summary>True when the bytes are what <see cref="Format"/> writes for some finite value.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        var unsigned = text.StartsWith("-"u8) ? text[1..] : text;
        if (unsigned.Length is > 0 and <= PlainDigits && !unsigned.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return unsigned[0] != '0' || text is [(byte)'0'];

        Span<byte> written = stackalloc byte[MaximumLength];
        return text.Length <= MaximumLength
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            && text.SequenceEqual(written[..Format(value, written)]);
    }

    /// <summary>
    /// Gives the digits of a value that is not plain, without zeros at either end; the value is 0.digits times ten to the
    /// <paramref name="point"/>.
    /// </summary>
    private static int ShortestDigits(double value, Span<byte> digits, out int point)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        // For 2^-25 and 2^-958 the runtime gives one digit too few, which reads back as the double below
        // (dotnet/runtime pull request 131131).
        if (double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture) != value)
            value.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
        text = text[..length];

        point = 0;
        var exponentAt = text.IndexOf((byte)'E');
        if (exponentAt >= 0)
        {
            point = int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..exponentAt];
        }

        var pointAt = text.IndexOf((byte)'.');
        point += pointAt < 0 ? text.Length : pointAt;

        var count = 0;
        foreach (var character in text)
        {
            if (character == '.')
                continue;
            if (count == 0 && character == '0')
                point--;
            else
                digits[count++] = character;
        }
        return count;
    }

    private static int Put(ReadOnlySpan<byte> piece, Span<byte> text)
    {
        piece.CopyTo(text);
        return piece.Length;
    }

    private static int Put(ReadOnlySpan<byte> first, Span<byte> text, ReadOnlySpan<byte> second) =>
        Put(first, text) + Put(second, text[first.Length..]);

    private static int Zeros(int count, Span<byte> text)
    {
        text[..count].Fill((byte)'0');
        return count;
    }
}
