using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Rogatory.TestKit;

/// <summary>Key envelopes of the right form that nothing opens.</summary>
public static class SomeEnvelope
{
    public static byte[] Under(string keyId, string @case = "7K3Q-F2M9-X4TD", string item = "statement") => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @protected = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"enc":"A256GCM","typ":"rogatory-key+jwe","case":"{{@case}}","item":"{{item}}"}""")),
        recipients = new[] { new { header = new { alg = "RSA-OAEP-256", kid = keyId }, encrypted_key = Text(256) } },
        iv = Text(12),
        ciphertext = Text(200),
        tag = Text(16),
    });

    private static string Text(int bytes) => Base64Url.EncodeToString(new byte[bytes]);
}
