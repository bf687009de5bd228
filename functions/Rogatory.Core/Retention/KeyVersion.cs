using Rogatory.Core.Receipt;

namespace Rogatory.Core.Retention;

/// <summary>A version of our key-encryption key.</summary>
/// <param name="KeyId">Its id with version, as key envelopes name it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="PublicKey">The public half, to wrap under; null for a version that is disabled, which wraps and unwraps nothing.</param>
public sealed record KeyVersion(string KeyId, DateTimeOffset MadeAt, RsaJwk? PublicKey)
{
    /// <summary>Whether it unwraps.</summary>
    public bool IsEnabled => PublicKey is not null;
}
