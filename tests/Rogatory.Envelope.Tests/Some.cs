using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Envelope.Tests;

/// <summary>Any valid value, the same in every run.</summary>
internal static class Some
{
    public const string Case = "7K3Q-F2M9-X4TD";
    public const string Item = "statement";

    /// <summary>Segments so small that a few hundred bytes cross many boundaries: 72 bytes of plaintext in the first, 112 in each later one.</summary>
    public static readonly SegmentLayout SmallLayout = new(128);

    public static readonly ConsultationGrant Grant = new(Case, Item);

    /// <summary>Bytes that look random and are the same for the same seed.</summary>
    public static byte[] Bytes(int count, string seed = "bytes")
    {
        var bytes = new byte[count];
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        aes.EncryptCbc(bytes, new byte[16]).AsSpan(0, count).CopyTo(bytes);
        return bytes;
    }

    public static byte[] Header()
    {
        var header = Bytes(SealedBody.HeaderSize, "header");
        header[0] = 0x28;
        return header;
    }

    public static ContentKey Key() => ContentKey.Copy(Bytes(32, "key"));

    public static ItemDescription Description(byte[] plaintext) =>
        new("account statement.csv", "text/csv", plaintext.Length, SHA256.HashData(plaintext));
}
