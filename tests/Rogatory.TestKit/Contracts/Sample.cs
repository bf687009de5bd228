using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.TestKit.Contracts;

/// <summary>Any valid value; no two are the same.</summary>
internal static class Sample
{
    private static int made;

    public static CaseId Case() => CaseId.Of(PartnerId.Parse("fr-pnf"), Next());

    public static SealedPath Path(CaseId @case) => new(@case, ItemId.Parse("statement"), AttemptId.New());

    public static SealedPath Path() => Path(Case());

    public static string LedgerName() => $"ledger-{Next()}";

    /// <summary>Bytes of which no two neighbours at any distance look the same.</summary>
    public static byte[] Bytes(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A key envelope of the right form that nothing opens.</summary>
    public static byte[] Envelope(string keyId) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @protected = Text("""{"enc":"A256GCM","typ":"rogatory-key+jwe","case":"7K3Q-F2M9-X4TD","item":"statement"}"""u8),
        recipients = new[] { new { header = new { alg = "RSA-OAEP-256", kid = keyId }, encrypted_key = Text(Bytes(256)) } },
        iv = Text(Bytes(12)),
        ciphertext = Text(Bytes(200)),
        tag = Text(Bytes(16)),
    });

    private static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static string Next() => Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
}
