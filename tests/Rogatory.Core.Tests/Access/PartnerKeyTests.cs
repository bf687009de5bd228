using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Access;

public sealed class PartnerKeyTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void A_key_signs_from_its_beginning_up_to_its_end(int seconds, bool may)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new PartnerKey(EcJwk.From(ecdsa), From, From.AddSeconds(10), IsSuspended: false);
        Assert.Equal(may, key.MaySignAt(From.AddSeconds(seconds)));
        Assert.Equal(seconds >= 0, (key with { ValidUntil = null }).MaySignAt(From.AddSeconds(seconds)));
        Assert.False((key with { IsSuspended = true }).MaySignAt(From.AddSeconds(seconds)));
    }
}
