namespace Rogatory.Core.Access;

/// <summary>Remembers the nonces of calls that hand something out, for every instance of the program.</summary>
public interface INonceMemory
{
    /// <summary>Uses a nonce up. Remembered at least as long as a signature is accepted.</summary>
    /// <returns>False when this key of this partner has used it before.</returns>
    Task<bool> TryUseAsync(PartnerId partner, string keyId, string nonce, CancellationToken cancellationToken);
}
