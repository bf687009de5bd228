using System.Buffers.Text;

namespace Rogatory.Core.Receipt;

/// <summary>Base64url without padding, as JOSE writes it (RFC 7515 section 2), read so that no two texts give the same bytes.</summary>
internal static class StrictBase64Url
{
    /// <summary>The bytes, or null when the text is not exactly what they are written as (padding, white space, stray bits).</summary>
    public static byte[]? TryDecode(string? text)
    {
        if (text is null || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }
}
