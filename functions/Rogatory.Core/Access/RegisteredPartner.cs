using System.Collections.Immutable;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access;

/// <summary>A partner as the register has it.</summary>
/// <param name="Partner">Its id.</param>
/// <param name="Entry">Who it is, and its keys.</param>
/// <param name="Change">The number of the proposal that the entry comes from.</param>
public sealed record RegisteredPartner(PartnerId Partner, PartnerEntry Entry, int Change)
{
    /// <summary>Whether nothing is accepted from it or goes to it.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Its agreements by id, in force or not.</summary>
    public ImmutableSortedDictionary<string, PartnerAgreement> Agreements { get; init; } =
        ImmutableSortedDictionary.Create<string, PartnerAgreement>(StringComparer.Ordinal);

    /// <summary>Its undertakings of confidentiality by version, binding or not.</summary>
    public ImmutableSortedDictionary<string, PartnerUndertaking> Undertakings { get; init; } =
        ImmutableSortedDictionary.Create<string, PartnerUndertaking>(StringComparer.Ordinal);

    /// <summary>Whether a key to sign with and a key to seal to are valid at that time.</summary>
    public bool HasValidKeysAt(DateTimeOffset time) =>
        Entry.SigningKeys.Any(key => key.IsValidAt(time)) && Entry.EncryptionKeys.Any(key => key.IsValidAt(time));

    /// <summary>The signing key of that id, valid or not; null where it has none.</summary>
    public PartnerKey? FindSigningKey(string keyId) =>
        Entry.SigningKeys.Select(one => (Key: EcJwk.Parse(one.Key), one.ValidFrom, one.ValidUntil))
            .Where(one => string.Equals(one.Key.KeyId, keyId, StringComparison.Ordinal))
            .Select(one => new PartnerKey(one.Key, one.ValidFrom, one.ValidUntil, IsSuspended)).FirstOrDefault();

    /// <summary>The key that is sealed to at that time: of those that are valid the one whose time began last, and of two that began together the later in the entry; null where none is valid.</summary>
    public RsaJwk? SealingKeyAt(DateTimeOffset time) =>
        Entry.EncryptionKeys.Where(one => one.IsValidAt(time)).Reverse().MaxBy(one => one.ValidFrom) is { } newest ? RsaJwk.Parse(newest.Key) : null;

    /// <summary>The encryption key of that id as long as it is valid; null otherwise. What is sealed to a key that is rotated can be collected while both are valid.</summary>
    public RsaJwk? FindEncryptionKey(string keyId, DateTimeOffset time) =>
        Entry.EncryptionKeys.Where(one => one.IsValidAt(time)).Select(one => RsaJwk.Parse(one.Key))
            .FirstOrDefault(key => string.Equals(key.KeyId, keyId, StringComparison.Ordinal));
}
