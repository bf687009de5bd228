using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>The version of the key-encryption key that an envelope names is disabled: it unwraps nothing until it is enabled again.</summary>
public sealed class KeyDisabledException() : CryptographicException("The version of the key is disabled.");
