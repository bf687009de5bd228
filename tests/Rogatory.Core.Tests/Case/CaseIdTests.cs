using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Tests.Case;

public sealed class CaseIdTests
{
    private static readonly PartnerId Partner = PartnerId.Parse("fr-pnf");

    // Worked out with Python's hashlib and a base32 of its own, not with this code.
    [Theory]
    [InlineData("fr-pnf", "PNF-2026-0411", "2T2H-V8TB-NCG9")]
    [InlineData("de-sta", "1", "PB92-8J5R-P51R")]
    [InlineData("fr-pnf", "Aff. n\u00b0 12 \u2014 \u00e9t\u00e9", "VYKC-DARP-5604")]
    public void A_case_id_is_the_first_60_bits_of_the_digest(string partner, string reference, string expected) =>
        Assert.Equal(expected, CaseId.Of(PartnerId.Parse(partner), reference).ToString());

    [Fact]
    public void Every_digest_is_spelled_in_base32_from_its_first_bit()
    {
        for (var n = 0; n < 500; n++)
        {
            var id = CaseId.Of(Partner, $"ref {n}").ToString();
            var value = id.Replace("-", "", StringComparison.Ordinal)
                .Aggregate(BigInteger.Zero, (sum, c) => (sum * 32) + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".IndexOf(c, StringComparison.Ordinal));
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"rogatory/v1/case\nfr-pnf\nref {n}"));
            Assert.Equal(new BigInteger(digest, isUnsigned: true, isBigEndian: true) >> (256 - 60), value);
            Assert.True(CaseId.TryParse(id, out _));
        }
    }

    [Fact]
    public void A_reference_opens_one_case_in_composed_and_decomposed_spelling() =>
        Assert.Equal(CaseId.Of(Partner, "caf\u00e9"), CaseId.Of(Partner, "cafe\u0301"));

    [Fact]
    public void Another_partner_or_another_reference_opens_another_case()
    {
        var id = CaseId.Of(Partner, "A-1");
        Assert.NotEqual(id, CaseId.Of(PartnerId.Parse("fr-pn"), "A-1"));
        Assert.NotEqual(id, CaseId.Of(Partner, "A-2"));
        Assert.NotEqual(id, CaseId.Of(Partner, "a-1"));
    }

    [Fact]
    public void A_reference_that_is_no_text_is_refused()
    {
        // A loop, since the test runner's own records cannot carry lone surrogates.
        foreach (var reference in new[] { "", "a\ud800b", "\udc00", "a\uffff", "\ufdd0", "\U0001fffe" })
            Assert.ThrowsAny<ArgumentException>(() => CaseId.Of(Partner, reference));
    }

    [Fact]
    public void An_unset_partner_opens_no_case() =>
        Assert.Throws<InvalidOperationException>(() => CaseId.Of(default, "A-1"));

    [Fact]
    public void A_runtime_that_does_not_normalise_is_refused_but_for_ASCII()
    {
        Assert.Throws<PlatformNotSupportedException>(() => UnicodeText.Normalise("caf\u00e9", text => text));
        Assert.Equal("cafe", UnicodeText.Normalise("cafe", text => text));
    }
}
