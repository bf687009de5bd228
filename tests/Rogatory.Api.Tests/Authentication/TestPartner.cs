using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;

namespace Rogatory.Api.Tests.Authentication;

/// <summary>A register with one partner, and the partner's own hand.</summary>
internal sealed class TestPartner : IPartnerDirectory, IDisposable
{
    public const string Origin = "https://rogatory.example";
    public static readonly PartnerId Id = PartnerId.Parse("fr-pnf");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestPartner() => Registered = new PartnerKey(EcJwk.From(_key, "key-1"), DateTimeOffset.UnixEpoch, null, IsSuspended: false);

    public PartnerKey Registered { get; set; }

    public bool IsUnreachable { get; set; }

    public Task<PartnerKey?> FindKeyAsync(PartnerId partner, string keyId, CancellationToken cancellationToken)
    {
        if (IsUnreachable) throw new StorageUnavailableException("partners");
        return Task.FromResult(partner == Id && keyId == "key-1" ? Registered : null);
    }

    public Task<PartnerStanding> FindStandingAsync(PartnerId partner, CancellationToken cancellationToken) =>
        Task.FromResult(new PartnerStanding(partner == Id ? PartnerStatus.Active : PartnerStatus.NotRegistered, IsUndertakingLapsed: false));

    public Dictionary<string, string> Sign(
        string method, string path, DateTimeOffset now, byte[]? body = null, string partner = "fr-pnf", string keyId = "key-1", string origin = Origin,
        string? nonce = null) =>
        new(new HttpMessageSigner(keyId, _key).Sign(
            method, origin + path, PartnerId.Parse(partner), body is null ? null : ContentDigest.Of(body), now, nonce));

    public string SignMessage(byte[] body, DateTimeOffset now)
    {
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            $$"""{"alg":"ES256","kid":"key-1","typ":"rogatory-request+jws","aud":"{{Origin}}","iat":{{now.ToUnixTimeSeconds()}}}"""));
        var input = Encoding.ASCII.GetBytes($"{header}.{Base64Url.EncodeToString(body)}");
        return $"{header}..{Base64Url.EncodeToString(_key.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    public void Dispose() => _key.Dispose();
}
