using System.Security.Cryptography;
using Azure.Core;
using Azure.Security.KeyVault.Keys;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Functions.Keys;

/// <summary>The public halves of our signing key in Key Vault, as they were when the program started.</summary>
/// <param name="Signing">Every enabled version of the signing key: a retired one is given an end, and never disabled.</param>
/// <param name="SigningKeyId">The newest version's id.</param>
public sealed record PublicKeys(IReadOnlyList<VerificationKey> Signing, string SigningKeyId)
{
    /// <param name="signingKey">The id of the signing key, without a version.</param>
    /// <param name="space">What it signs about.</param>
    /// <param name="credential">May read it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<PublicKeys> LoadAsync(Uri signingKey, Space space, TokenCredential credential, CancellationToken cancellationToken)
    {
        KeyClient signers = new(new Uri(signingKey.GetLeftPart(UriPartial.Authority)), credential);
        KeyVaultKey signs = await signers.GetKeyAsync(NameOf(signingKey), cancellationToken: cancellationToken);
        string signsAs = signs.Key.Id;
        List<VerificationKey> verification = [];
        await foreach (KeyProperties version in signers.GetPropertiesOfKeyVersionsAsync(NameOf(signingKey), cancellationToken))
        {
            bool isEnabled = version.Enabled ?? true;
            if (!isEnabled)
                continue;
            KeyVaultKey found = await signers.GetKeyAsync(NameOf(signingKey), version.Version, cancellationToken);
            using ECDsa key = found.Key.ToECDsa();
            string id = found.Key.Id;
            DateTimeOffset from = version.NotBefore ?? version.CreatedOn ?? DateTimeOffset.UnixEpoch;
            DateTimeOffset? until = version.ExpiresOn;
            verification.Add(new VerificationKey(EcJwk.From(key, id), from, until) { Space = space });
        }

        return new PublicKeys(verification, signsAs);
    }

    // https://{vault}/keys/{name}
    private static string NameOf(Uri keyId) => keyId.Segments[2].Trim('/');
}
