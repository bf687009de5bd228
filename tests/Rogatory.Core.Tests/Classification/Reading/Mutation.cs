using System.Text;

namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>Spoils a file a little, in ways that readers trip over.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])
        [
            "<", "</", ">", "\"", "'", "&", "&#x", "<!--", "]]>", "<![CDATA[", "<!DOCTYPE a [", "{", "}", "[", "]", "[[[[[[[[", "<<", "<<<<<<<<", "(", ")", "/Kids[2 0 R 2 0 R]", "\\u", "\\", "\r\n", "\r\n\r\n",
            "--b", "--b--", "=?utf-8?B?", "=", "%", "-1", "99999999999", "2147483647", "4294967295", "0 obj", "endobj", "stream\n", "endstream", " 0 R", "PK\u0001\u0002", "PK\u0003\u0004", "\0", "\0\0\0\0", ",", ";", "\t",
            "<w:p>", "<w:tbl>", "<c r=\"ZZZZZZ9\" t=\"s\">", "multipart/mixed; boundary=b", "BT ", " Tf", " Do ", "BI ID EI", "/Length 4 0 R", "xref\n0 99999\n", "startxref\n0\n",
        ]).Select(Encoding.Latin1.GetBytes),
        [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    public static byte[] Of(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (int times = 1 + random.Next(4); times > 0; times--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, random.Next(3) == 0 ? bytes.Count - at : length);
                    break;
                case 1:
                    if (at < bytes.Count) bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    List<byte> span = bytes.GetRange(at, length);
                    for (int copies = random.Next(1, 20); copies > 0; copies--) bytes.InsertRange(random.Next(bytes.Count + 1), span);
                    break;
                case 4:
                    for (int index = at; index < at + length; index++) bytes[index] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 50)).SelectMany(piece => piece));
                    break;
            }
        }
        return [.. bytes];
    }
}
