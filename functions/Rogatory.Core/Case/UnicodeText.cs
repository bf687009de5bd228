using System.Text;

namespace Rogatory.Core.Case;

/// <summary>What makes text safe to hash and to compare.</summary>
internal static class UnicodeText
{
    /// <summary>True without lone surrogates and without noncharacters (which normalisation refuses or passes, by platform).</summary>
    public static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
                return false;
            if ((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF)
                return false;
            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    /// <summary>
    /// The text in form C. In invariant globalization mode <see cref="string.Normalize()"/> hands its input back unchanged, and one
    /// reference would open two cases; so text beyond ASCII is normalised only by a runtime that proves it can.
    /// </summary>
    public static string Normalise(string text, Func<string, string> formC)
    {
        if (Ascii.IsValid(text))
            return text;
        if (!IsWellFormed(text))
            throw new ArgumentException("The text is not well-formed Unicode.", nameof(text));
        if (formC("e\u0301") != "\u00e9")
            throw new PlatformNotSupportedException("This runtime does not normalise Unicode: install libicu and leave invariant globalization off.");
        return formC(text);
    }
}
