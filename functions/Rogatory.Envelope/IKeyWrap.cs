using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Wraps the content encryption key of a key envelope by RSA-OAEP-256 (RFC 7518 section 4.3) under a key-encryption key that stays
/// where it is kept.
/// </summary>
public interface IKeyWrap
{
    /// <summary>Wraps 32 bytes under the key in use for wrapping. The caller zeroes <paramref name="key"/> afterwards.</summary>
    ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken);

    /// <summary>Unwraps what <see cref="WrapAsync"/> returned. The caller zeroes the result.</summary>
    /// <exception cref="KeyDisabledException">The key is disabled; what opens answers <see cref="OpenFailure.Key"/> with this as the cause.</exception>
    /// <exception cref="CryptographicException">The key is unknown, or does not unwrap these bytes; <see cref="OpenedItem"/> answers
    /// <see cref="OpenFailure.Key"/>. Any other exception means that the attempt did not take place and passes through.</exception>
    ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken);
}
