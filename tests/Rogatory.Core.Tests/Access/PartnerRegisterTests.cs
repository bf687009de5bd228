using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Access;

public sealed class PartnerRegisterTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly PartnerEntry _entry = Entry();

    [Fact]
    public async Task A_registered_partners_key_is_found_by_its_id()
    {
        await RegisterAsync(_entry);
        string keyId = Jwk.Parse(_entry.SigningKey).KeyId;
        PartnerKey? key = await _authority.Register.FindKeyAsync(_entry.Partner, keyId, CancellationToken.None);
        Assert.Equal((_entry.ValidFrom, _entry.ValidUntil), (key!.ValidFrom, key.ValidUntil!.Value));
        Assert.Null(await _authority.Register.FindKeyAsync(_entry.Partner, "another", CancellationToken.None));
        Assert.Null(await _authority.Register.FindKeyAsync(PartnerId.Parse("de-bka"), keyId, CancellationToken.None));
    }

    [Fact]
    public async Task A_suspended_partners_key_is_not_found()
    {
        await RegisterAsync(_entry);
        await _authority.Register.SuspendAsync(TestAuthority.Officer, _entry.Partner, CancellationToken.None);
        Assert.Null(await _authority.Register.FindKeyAsync(_entry.Partner, Jwk.Parse(_entry.SigningKey).KeyId, CancellationToken.None));
    }

    [Fact]
    public async Task A_suspension_made_elsewhere_takes_effect_within_seconds()
    {
        string keyId = Jwk.Parse(_entry.SigningKey).KeyId;
        await RegisterAsync(_entry);
        Assert.NotNull(await _authority.Register.FindKeyAsync(_entry.Partner, keyId, CancellationToken.None));
        var elsewhere = new PartnerRegister(_authority.Ledgers, _authority.Time);
        await elsewhere.SuspendAsync(TestAuthority.Officer, _entry.Partner, CancellationToken.None);
        _authority.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await _authority.Register.FindKeyAsync(_entry.Partner, keyId, CancellationToken.None));
    }

    [Fact]
    public async Task Suspending_a_partner_that_is_not_registered_is_refused() =>
        Assert.Equal("partner-not-found", (await Assert.ThrowsAsync<RefusedException>(
            () => _authority.Register.SuspendAsync(TestAuthority.Officer, _entry.Partner, CancellationToken.None))).Slug);

    [Fact]
    public async Task Every_change_stands_in_a_ledger_that_verifies()
    {
        await RegisterAsync(_entry);
        await RegisterAsync(_entry);
        await _authority.Register.SuspendAsync(TestAuthority.Officer, _entry.Partner, CancellationToken.None);
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _authority.Ledgers.ReadAsync(PartnerRegister.LedgerName, 0, CancellationToken.None)));
        Assert.True(report.Holds, report.Why);
        Assert.Equal(2, report.Size);
    }

    public static TheoryData<string, Func<PartnerEntry, PartnerEntry>> Wrong() => new()
    {
        { "no name", entry => entry with { Authority = " " } },
        { "control character", entry => entry with { Authority = "a\nb" } },
        { "ends before it begins", entry => entry with { ValidUntil = entry.ValidFrom } },
        { "over five years", entry => entry with { ValidUntil = entry.ValidFrom.AddYears(6) } },
        { "signing key of another kind", entry => entry with { SigningKey = entry.EncryptionKey } },
        { "encryption key of another kind", entry => entry with { EncryptionKey = entry.SigningKey } },
        { "not a key", entry => entry with { SigningKey = "{}" } },
        { "private key", entry => entry with { SigningKey = NewPrivateKey() } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_entry_that_could_not_be_used_is_refused(string what, Func<PartnerEntry, PartnerEntry> change)
    {
        Assert.NotEmpty(what);
        Assert.Equal("partner-malformed", (await Assert.ThrowsAsync<RefusedException>(() => RegisterAsync(change(_entry)))).Slug);
    }

    public void Dispose() => _authority.Dispose();

    private static PartnerEntry Entry()
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var encryption = RSA.Create(3072);
        return new PartnerEntry(
            TestAuthority.Partner, "Parquet de démonstration", StateCode.Parse("FR"),
            EcJwk.From(signing).ToJson().ToJsonString(), RsaJwk.From(encryption).ToJson().ToJsonString(), Some.Time, Some.Time.AddYears(2));
    }

    private static string NewPrivateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return PrivateJwk.Write(key);
    }

    private Task RegisterAsync(PartnerEntry entry) => _authority.Register.RegisterAsync(TestAuthority.Officer, entry, CancellationToken.None);
}
