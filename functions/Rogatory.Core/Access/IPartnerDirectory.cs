namespace Rogatory.Core.Access;

/// <summary>Looks partners up in the partner register.</summary>
public interface IPartnerDirectory
{
    /// <summary>The partner's key of that id, valid or not; null when the register has no such partner or key.</summary>
    /// <param name="partner">Who says to be calling.</param>
    /// <param name="keyId">As the caller sent it: up to 256 printable characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">The register can't be read.</exception>
    /// <remarks>An answer for an unknown partner should take the same work as for a known one.</remarks>
    Task<PartnerKey?> FindKeyAsync(PartnerId partner, string keyId, CancellationToken cancellationToken);

    /// <summary>How a partner stands now.</summary>
    /// <exception cref="StorageUnavailableException">The register can't be read.</exception>
    Task<PartnerStanding> FindStandingAsync(PartnerId partner, CancellationToken cancellationToken);
}
