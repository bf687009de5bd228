using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Text strings outside of content streams (ISO 32000-1, 7.9.2.2).</summary>
internal static class PdfText
{
    private const string Accents = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string Marks = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

    public static string Of(byte[] text)
    {
        switch (text)
        {
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(text, 2, text.Length - 2);
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(text, 2, text.Length - 2);
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8.GetString(text, 3, text.Length - 3);
        }
        return string.Create(text.Length, text, static (made, bytes) =>
        {
            for (int at = 0; at < bytes.Length; at++)
            {
                int one = bytes[at];
                made[at] = one is >= 0x18 and < 0x20 ? Accents[one - 0x18] : one is >= 0x80 and <= 0xA0 ? Marks[one - 0x80] : (char)one;
            }
        });
    }
}
