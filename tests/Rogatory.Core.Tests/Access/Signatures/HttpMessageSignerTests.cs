using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Access.Signatures;

public sealed class HttpMessageSignerTests : IDisposable
{
    private static readonly PartnerId Partner = PartnerId.Parse("fr-pnf");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void What_the_signer_makes_the_verifier_accepts_and_any_changed_byte_it_refuses()
    {
        var calls =
            from keyId in Text(1, 64)
            from nonce in Gen.OneOf(Gen.Constant<string?>(null), Text(1, 64).Select(text => (string?)text))
            from method in Gen.Elements("GET", "PUT", "POST", "DELETE")
            from path in Text(0, 40)
            from body in Gen.OneOf(Gen.Constant<byte[]?>(null), ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => (byte[]?)bytes))
            from part in Gen.Choose(0, 5)
            from position in Gen.Choose(0, int.MaxValue)
            select (keyId, nonce, method, "https://rogatory.example/" + path.Replace('#', '-'), body, part, position);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(calls.ToArbitrary(), call =>
        {
            var (keyId, nonce, method, target, body, part, position) = call;
            var digest = body is null ? null : ContentDigest.Of(body);
            var fields = new HttpMessageSigner(keyId, _key).Sign(method, target, Partner, digest, Call.Now, nonce)
                .ToDictionary(StringComparer.OrdinalIgnoreCase);
            var accepted = Verify(method, target, digest is not null, fields);
            Assert.True(accepted.IsAccepted, accepted.Refusal);
            Assert.Equal((keyId, nonce, digest), (accepted.KeyId, accepted.Nonce, accepted.Digest));

            string[] names = ["Rogatory-Partner", "Signature-Input", "Signature", "Content-Digest"];
            if (part == 0) method = Flip(method, position);
            else if (part == 1) target = Flip(target, position);
            else if (fields.TryGetValue(names[part - 2], out var value)) fields[names[part - 2]] = Flip(value, position);
            else return;
            Assert.False(Verify(method, target, digest is not null, fields).IsAccepted);
        }));
    }

    [Fact]
    public void The_fields_are_as_the_standard_writes_them()
    {
        var fields = new HttpMessageSigner("key \"1\"", _key)
            .Sign("POST", "https://rogatory.example/api/v1/requests", Partner, ContentDigest.Of([]), Call.Now, "n-1");
        Assert.Equal("fr-pnf", fields["rogatory-partner"]);
        Assert.Equal("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:", fields["content-digest"]);
        Assert.Equal(
            """sig=("@method" "@target-uri" "rogatory-partner" "content-digest");created=1800000000;keyid="key \"1\"";alg="ecdsa-p256-sha256";nonce="n-1" """.TrimEnd(),
            fields["signature-input"]);
        Assert.Matches("^sig=:[A-Za-z0-9+/]{86}==:$", fields["signature"]);
        Assert.Equal(4, fields.Count);
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ArgumentException>(() => new HttpMessageSigner("key", wide));
    }

    [Theory]
    [InlineData("")]
    [InlineData("caf\u00e9")]
    [InlineData("line\n")]
    public void A_key_id_or_nonce_that_no_field_can_carry_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => new HttpMessageSigner(text, _key));
        Assert.Throws<ArgumentException>(() => new HttpMessageSigner(new string('x', 257), _key));
        Assert.Throws<ArgumentException>(() => Sign("https://rogatory.example/", text));
    }

    [Theory]
    [InlineData("/api/v1/requests")]
    [InlineData("https://rogatory.example")]
    [InlineData("https://rogatory.example/#part")]
    [InlineData("https://rogatory.example/caf\u00e9")]
    public void A_target_that_is_not_a_whole_encoded_uri_is_refused(string target) => Assert.Throws<ArgumentException>(() => Sign(target, "nonce"));

    private void Sign(string target, string nonce) => new HttpMessageSigner("key", _key).Sign("GET", target, Partner, null, Call.Now, nonce);

    private SignatureVerdict Verify(string method, string target, bool hasBody, Dictionary<string, string> fields)
    {
        var message = new SignedMessage(method, target, hasBody, fields.GetValueOrDefault);
        return HttpMessageVerifier.VerifyAsync(message, Call.Now, keyId => ValueTask.FromResult<EcJwk?>(EcJwk.From(_key, keyId)))
            .AsTask().GetAwaiter().GetResult();
    }

    private static Gen<string> Text(int least, int most) =>
        from length in Gen.Choose(least, most)
        from characters in Gen.ArrayOf(Gen.Choose(' ', '~').Select(number => (char)number), length)
        select new string(characters);

    /// <summary>Changes one character in a way that no part of the message takes for the same: never only its case or its white space.</summary>
    private static string Flip(string text, int position)
    {
        var at = position % text.Length;
        var changed = text[at] == 'q' ? 'w' : 'q';
        return text[..at] + changed + text[(at + 1)..];
    }
}
