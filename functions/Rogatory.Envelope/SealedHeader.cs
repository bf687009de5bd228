using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>The first 40 bytes of a sealed body: 0x28, salt 32, nonce prefix 7.</summary>
internal static class SealedHeader
{
    public const byte Marker = SealedBody.HeaderSize;
    public const int SaltSize = 32;
    public const int NoncePrefixSize = 7;

    public static byte[] Generate()
    {
        var header = RandomNumberGenerator.GetBytes(SealedBody.HeaderSize);
        header[0] = Marker;
        return header;
    }

    public static ReadOnlySpan<byte> Salt(ReadOnlySpan<byte> header) => header.Slice(1, SaltSize);

    public static ReadOnlySpan<byte> NoncePrefix(ReadOnlySpan<byte> header) => header.Slice(1 + SaltSize, NoncePrefixSize);
}
