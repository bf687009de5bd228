using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Core.Tests.Access.Signatures;

public sealed class HttpMessageVerifierTests : IDisposable
{
    private readonly Call _call = new();
    private readonly string _created = $";created={Call.Now.ToUnixTimeSeconds()}";

    public void Dispose() => _call.Dispose();

    [Fact]
    public void A_signed_call_is_accepted_with_what_was_signed()
    {
        var verdict = _call.Sign().Verify();
        Assert.True(verdict.IsAccepted);
        Assert.Null(verdict.Refusal);
        Assert.Equal("key-1", verdict.KeyId);
        Assert.Null(verdict.Nonce);
        Assert.Equal(_call.Fields["content-digest"], verdict.Digest?.ToString());
    }

    [Theory]
    [InlineData("content-digest rogatory-partner @target-uri @method", "x")]
    [InlineData("@method @target-uri rogatory-partner content-digest date @path", "a.b_c-9*")]
    public void Any_order_label_and_further_components_are_accepted(string covered, string label)
    {
        _call.Covered = string.Join(' ', covered.Split(' ').Select(name => $"\"{name}\""));
        Assert.True(_call.Sign(label).Verify().IsAccepted);
    }

    [Theory]
    [InlineData(";alg=\"ecdsa-p256-sha256\";created=1800000000;keyid=\"key-1\"")]
    [InlineData(";keyid=\"key-1\";created=1800000000;tag=\"rogatory\";x=?0;y=tok;z=:aGk=:;w=1.5;v")]
    [InlineData(";created=1800000000;expires=1800000001;keyid=\"key-1\";nonce=\"n\"")]
    public void Any_order_of_parameters_and_further_ones_are_accepted(string parameters)
    {
        _call.Parameters = parameters;
        Assert.True(_call.Sign().Verify().IsAccepted);
    }

    [Fact]
    public void White_space_that_has_no_meaning_is_not_signed()
    {
        _call.Sign();
        _call.Fields["signature-input"] = _call.Fields["signature-input"].Replace("sig=(", "  sig=(  ").Replace(";keyid", ";  keyid");
        Assert.True(_call.Verify().IsAccepted);
    }

    [Fact]
    public void A_call_without_body_needs_no_digest()
    {
        (_call.HasBody, _call.Covered) = (false, "\"@method\" \"@target-uri\" \"rogatory-partner\"");
        var verdict = _call.Sign().Verify();
        Assert.True(verdict.IsAccepted);
        Assert.Null(verdict.Digest);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("signature-input")]
    public void An_absent_or_empty_field_is_missing(string field)
    {
        _call.Sign().Fields[field] = " ";
        Refused(SignatureRefusal.Missing);
        _call.Fields.Remove(field);
        Refused(SignatureRefusal.Missing);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("signature-input")]
    public void A_field_over_the_limit_is_refused_unread(string field)
    {
        _call.Sign().Fields[field] += new string(' ', 4096 - _call.Fields[field].Length);
        Assert.True(_call.Verify().IsAccepted);
        _call.Fields[field] += " ";
        Refused(SignatureRefusal.TooLong);
    }

    [Theory]
    [InlineData("signature", "sig=tok")]
    [InlineData("signature", "sig=:AAAA:")]
    [InlineData("signature", "sig")]
    [InlineData("signature", "sig=:")]
    [InlineData("signature-input", "sig=1")]
    [InlineData("signature-input", "sig=(1 2);created=1800000000;keyid=\"key-1\"")]
    [InlineData("signature-input", "sig=(tok);created=1800000000;keyid=\"key-1\"")]
    [InlineData("signature-input", "sig=(")]
    [InlineData("signature-input", "a=1, b=1, c=1, d=1, e=1")]
    public void What_is_not_the_structured_field_is_malformed(string field, string value)
    {
        _call.Sign().Fields[field] = value;
        Refused(SignatureRefusal.Malformed);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("signature-input")]
    public void A_field_sent_twice_with_one_label_is_malformed(string field)
    {
        _call.Sign().Fields[field] = $"{_call.Fields[field]}, {_call.Fields[field]}";
        Refused(SignatureRefusal.Malformed);
    }

    [Fact]
    public void A_label_in_only_one_field_is_refused()
    {
        _call.Sign().Fields["signature"] += ", other=:AAAA:";
        Refused(SignatureRefusal.LabelUnmatched);
        _call.Sign().Fields["signature-input"] += ", other=()";
        Refused(SignatureRefusal.LabelUnmatched);
        _call.Sign().Fields["signature"] = _call.Fields["signature"].Replace("sig=", "sag=");
        Refused(SignatureRefusal.LabelUnmatched);
    }

    [Theory]
    [InlineData("@method")]
    [InlineData("@target-uri")]
    [InlineData("rogatory-partner")]
    [InlineData("content-digest")]
    public void Each_component_we_ask_for_must_be_covered(string component)
    {
        _call.Covered = _call.Covered.Replace($"\"{component}\"", "").Trim();
        _call.Sign();
        Refused(SignatureRefusal.ComponentNotCovered);
    }

    [Theory]
    [InlineData("\"@method\"")]
    [InlineData("\"date\" \"date\"")]
    public void A_component_covered_twice_is_refused(string repeated)
    {
        _call.Covered += $" {repeated}";
        _call.Sign();
        Refused(SignatureRefusal.ComponentRepeated);
    }

    [Theory]
    [InlineData("\"date\";bs")]
    [InlineData("\"date\";sf")]
    [InlineData("\"date\";key=\"a\"")]
    [InlineData("\"date\";req")]
    [InlineData("\"date\";tr")]
    [InlineData("\"@query-param\";name=\"part\"")]
    [InlineData("\"@query-param\"")]
    [InlineData("\"@status\"")]
    [InlineData("\"@signature-params\"")]
    [InlineData("\"@unheard-of\"")]
    [InlineData("\"Date\"")]
    [InlineData("\"\"")]
    [InlineData("\"da te\"")]
    public void A_component_that_we_do_not_compute_is_refused(string component)
    {
        _call.Sign().Fields["signature-input"] = _call.Fields["signature-input"].Replace(")", $" {component})");
        Refused(SignatureRefusal.ComponentUnsupported);
    }

    [Fact]
    public void A_covered_field_that_the_message_lacks_is_refused()
    {
        _call.Covered += " \"date\"";
        _call.Sign().Fields.Remove("date");
        Refused(SignatureRefusal.ComponentAbsent);
        _call.Fields["date"] = "Tue\n, 20";
        Refused(SignatureRefusal.ComponentAbsent);
    }

    [Theory]
    [InlineData(";keyid=\"key-1\"")]
    [InlineData(";created=\"1800000000\";keyid=\"key-1\"")]
    [InlineData(";created=1800000000.0;keyid=\"key-1\"")]
    [InlineData(";created;keyid=\"key-1\"")]
    [InlineData(";created=1800000000")]
    [InlineData(";created=1800000000;keyid=key-1")]
    [InlineData(";created=1800000000;keyid=\"\"")]
    [InlineData(";created=1800000000;keyid=\"key-1\";expires=\"1800000001\"")]
    [InlineData(";created=1800000000;keyid=\"key-1\";nonce=1")]
    [InlineData(";created=1800000000;keyid=\"key-1\";nonce=\"\"")]
    public void A_parameter_that_is_absent_or_of_another_type_is_refused(string parameters)
    {
        _call.Parameters = parameters;
        _call.Sign();
        Refused(SignatureRefusal.ParameterInvalid);
    }

    [Theory]
    [InlineData("keyid")]
    [InlineData("nonce")]
    public void A_text_parameter_over_256_characters_is_refused(string parameter)
    {
        _call.Parameters = (parameter == "keyid" ? "" : ";keyid=\"key-1\"") + $"{_created};{parameter}=\"{new string('x', 257)}\"";
        _call.Sign();
        Refused(SignatureRefusal.ParameterInvalid);
    }

    [Theory]
    [InlineData("\"ecdsa-p384-sha384\"")]
    [InlineData("\"rsa-v1_5-sha256\"")]
    [InlineData("\"hmac-sha256\"")]
    [InlineData("\"none\"")]
    [InlineData("ecdsa-p256-sha256")]
    [InlineData("\"ECDSA-P256-SHA256\"")]
    public void Another_algorithm_is_refused(string algorithm)
    {
        _call.Parameters += $";alg={algorithm}";
        _call.Sign();
        Refused(SignatureRefusal.AlgorithmUnsupported);
    }

    [Theory]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(-301, SignatureRefusal.NotCurrent)]
    [InlineData(301, SignatureRefusal.NotCurrent)]
    public void A_signature_is_current_for_300_seconds_either_way(int offset, string? refusal) =>
        Assert.Equal(refusal, _call.Sign().Verify(Call.Now.AddSeconds(offset)).Refusal);

    [Theory]
    [InlineData(999_999_999_999_999)]
    [InlineData(-999_999_999_999_999)]
    [InlineData(0)]
    public void A_time_of_any_size_is_refused_without_an_exception(long created)
    {
        _call.Parameters = $";created={created};keyid=\"key-1\"";
        _call.Sign();
        Refused(SignatureRefusal.NotCurrent);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, SignatureRefusal.Expired)]
    [InlineData(11, SignatureRefusal.Expired)]
    public void The_signers_own_expiry_is_honoured(int offset, string? refusal)
    {
        _call.Parameters += $";expires={Call.Now.ToUnixTimeSeconds() + 10}";
        Assert.Equal(refusal, _call.Sign().Verify(Call.Now.AddSeconds(offset)).Refusal);
    }

    [Theory]
    [InlineData("sha-512=:AAAA:")]
    [InlineData("sha-256=:AAAA:")]
    [InlineData("sha-256")]
    public void A_covered_digest_must_be_a_sha_256(string field)
    {
        _call.Fields["content-digest"] = field;
        _call.Sign();
        Refused(SignatureRefusal.DigestMalformed);
    }

    [Fact]
    public void An_unknown_key_and_a_wrong_signature_are_refused_alike()
    {
        _call.Sign();
        using var other = new Call();
        _call.Known = other.Known;
        Refused(SignatureRefusal.NotVerified);
        _call.Known = null;
        Refused(SignatureRefusal.NotVerified);
    }

    [Fact]
    public void The_key_that_stands_in_for_an_unknown_one_opens_nothing()
    {
        // Its private half is the number one, so anyone can sign with it.
        using var one = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = [.. new byte[31], 1],
        });
        var fields = new HttpMessageSigner("nobody", one).Sign("GET", "https://rogatory.example/api/v1/disclosures", PartnerId.Parse("fr-pnf"), null, Call.Now);
        (_call.Method, _call.Target, _call.HasBody) = ("GET", "https://rogatory.example/api/v1/disclosures", false);
        foreach (var (name, value) in fields) _call.Fields[name.ToLowerInvariant()] = value;
        Refused(SignatureRefusal.NotVerified);
        Assert.Equal(["nobody"], _call.Asked);
    }

    [Fact]
    public void A_second_signature_of_somebody_else_does_not_spoil_ours()
    {
        var (input, signature) = _call.Signed();
        const string proxyInput = "(\"@method\");created=1800000000;keyid=\"proxy\";alg=\"rsa-v1_5-sha256\"";
        _call.Fields["signature-input"] = $"proxy={proxyInput}, sig={input}";
        _call.Fields["signature"] = $"proxy=:AAAA:, sig=:{signature}:";
        Assert.True(_call.Verify().IsAccepted);
        Assert.Equal(["key-1"], _call.Asked);

        _call.Fields["signature"] = $"sig=:{signature[..^4]}AA==:, proxy=:AAAA:";
        Refused(SignatureRefusal.Malformed);
    }

    [Fact]
    public void The_key_directory_is_not_asked_for_what_is_refused_anyway()
    {
        _call.Parameters = ";created=1;keyid=\"key-1\"";
        _call.Sign().Verify();
        Assert.Empty(_call.Asked);
    }

    private void Refused(string reason)
    {
        var verdict = _call.Verify();
        Assert.False(verdict.IsAccepted);
        Assert.Equal(reason, verdict.Refusal);
        Assert.Null(verdict.KeyId);
        Assert.Null(verdict.Digest);
    }
}
