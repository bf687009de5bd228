using System.Diagnostics.CodeAnalysis;

namespace Rogatory.Core.Access.Signatures;

/// <summary>What the verifier found: accepted, or refused for a reason of <see cref="SignatureRefusal"/>.</summary>
public sealed record SignatureVerdict
{
    private SignatureVerdict()
    {
    }

    /// <summary>Whether the message is what the holder of the key signed, now.</summary>
    [MemberNotNullWhen(true, nameof(KeyId))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    /// <summary>Why not; null when accepted.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The key whose signature was accepted.</summary>
    public string? KeyId { get; private init; }

    /// <summary>The accepted signature's nonce, if it has one.</summary>
    public string? Nonce { get; private init; }

    /// <summary>The signed digest of the content, where it was covered. The content itself has still to be compared with it.</summary>
    public ContentDigest? Digest { get; private init; }

    internal static SignatureVerdict Refused(string refusal) => new() { Refusal = refusal };

    internal static SignatureVerdict Accepted(string keyId, string? nonce, ContentDigest? digest) =>
        new() { KeyId = keyId, Nonce = nonce, Digest = digest };
}
