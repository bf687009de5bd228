using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Access.Signatures;

/// <summary>The examples of RFC 9421 that are made with its key test-key-ecc-p256 (appendix B.1.3), and its bases for requests.</summary>
public sealed class SignatureBaseTests
{
    private const string ClientCertificate =
        ":MIIBqDCCAU6gAwIBAgIBBzAKBggqhkjOPQQDAjA6MRswGQYDVQQKDBJMZXQncyBBdXRoZW50aWNhdGUxGzAZBgNVBAMMEkxBIEludGVybWVkaWF0ZSBDQTAeFw0y"
        + "MDAxMTQyMjU1MzNaFw0yMTAxMjMyMjU1MzNaMA0xCzAJBgNVBAMMAkJDMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8YnXXfaUgmnMtOXU/IncWalRhebrXmckC8vd"
        + "gJ1p5Be5F/3YC8OthxM4+k1M6aEAEFcGzkJiNy6J84y7uzo9M6NyMHAwCQYDVR0TBAIwADAfBgNVHSMEGDAWgBRm3WjLa38lbEYCuiCPct0ZaSED2DAOBgNVHQ8BAf8E"
        + "BAMCBsAwEwYDVR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0RAQH/BBMwEYEPYmRjQGV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0gAMEUCIBHda/r1vaL6G3VliL4/Di6YK0Q6"
        + "bMjeSkC3dFCOOB8TAiEAx/kHSB4urmiZ0NX5r5XarmPk0wmuydBVoU4hBVZ1yhk=:";

    private const string RequestDigest = "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

    private static readonly EcJwk TestKey = EcJwk.Parse("""
        {"kty":"EC","crv":"P-256","kid":"test-key-ecc-p256",
         "x":"qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA","y":"Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0"}
        """);

    [Fact]
    public void The_response_of_B_2_4_verifies()
    {
        var response = new Dictionary<string, string>
        {
            ["@status"] = "200",
            ["content-type"] = "application/json",
            ["content-digest"] = "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:",
            ["content-length"] = "23",
        };
        const string parameters = """("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256" """;
        const string signature = "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==";

        Assert.True(IsSigned(SignatureBase.Build([.. response.Keys], parameters.Trim(), response.GetValueOrDefault), signature));
        response["@status"] = "201";
        Assert.False(IsSigned(SignatureBase.Build([.. response.Keys], parameters.Trim(), response.GetValueOrDefault), signature));
    }

    [Fact]
    public void The_clients_request_of_4_3_verifies()
    {
        var input = Read("""sig1=("@method" "@authority" "@path" "content-digest" "content-type" "content-length");created=1618884475;keyid="test-key-ecc-p256" """);
        Assert.True(IsSigned(Base(input), "X5spyd6CFnAG5QnDyHfqoSNICd+BUP4LYMz2Q0JXlb//4Ijpzp+kve2w4NIyqeAuM7jTDX+sNalzA8ESSaHD3A=="));
    }

    [Fact]
    public void The_proxys_request_of_B_3_verifies()
    {
        var input = Read("""ttrp=("@path" "@query" "@method" "@authority" "client-cert");created=1618884473;keyid="test-key-ecc-p256" """);
        var message = Request() with { TargetUri = "https://service.internal.example/foo?param=Value&Pet=dog" };
        Assert.True(IsSigned(Base(input, message), "xVMHVpawaAC/0SbHrKRs9i8I3eOs5RtTMGCWXm/9nvZzoHsIg6Mce9315T6xoklyy0yzhD9ah4JHRwMLOgmizw=="));
    }

    [Fact]
    public void The_base_of_B_2_3_comes_out_byte_for_byte()
    {
        var input = Read("""sig-b23=("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss" """);
        Assert.Equal(
            $"""
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@method": POST
            "@path": /foo
            "@query": ?param=Value&Pet=dog
            "@authority": example.com
            "content-type": application/json
            "content-digest": {RequestDigest}
            "content-length": 18
            "@signature-params": ("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss"
            """,
            Encoding.ASCII.GetString(Base(input)!));
    }

    [Theory]
    [InlineData("@method", "https://example.com/", "POST")]
    [InlineData("@target-uri", "https://example.com/path?q=%2e#", null)]
    [InlineData("@target-uri", "https://example.com/a%2Fb?x=%7e", "https://example.com/a%2Fb?x=%7e")]
    [InlineData("@scheme", "http://example.com/", "http")]
    [InlineData("@authority", "https://WWW.Example.COM:443/", "www.example.com")]
    [InlineData("@authority", "http://example.com:80/", "example.com")]
    [InlineData("@authority", "http://example.com:443/", "example.com:443")]
    [InlineData("@request-target", "https://example.com/path?param=value", "/path?param=value")]
    [InlineData("@path", "https://example.com/a%2Fb/../c?x=/y", "/a%2Fb/../c")]
    [InlineData("@query", "https://example.com/path?", "?")]
    [InlineData("@query", "https://example.com/path", "?")]
    [InlineData("@query", "https://example.com/path?a=1?b=%20", "?a=1?b=%20")]
    [InlineData("@path", "https://example.com", null)]
    [InlineData("@path", "ftp://example.com/", null)]
    [InlineData("@path", "https:///path", null)]
    [InlineData("@target-uri", "https://example.com/caf\u00e9", null)]
    [InlineData("@status", "https://example.com/", null)]
    public void A_derived_component_is_taken_from_the_target_as_sent(string component, string target, string? value) =>
        Assert.Equal(value, MessageComponents.Value(Request() with { TargetUri = target }, component));

    [Theory]
    [InlineData("absent", null)]
    [InlineData("empty", "")]
    [InlineData("padded", "a  b")]
    [InlineData("two-lines", null)]
    [InlineData("accented", null)]
    public void A_field_is_taken_trimmed_and_only_where_it_is_one_line_of_ascii(string field, string? value) =>
        Assert.Equal(value, MessageComponents.Value(Request(), field));

    private static SignedMessage Request() => new("POST", "https://example.com/foo?param=Value&Pet=dog", true, name => name switch
    {
        "date" => "Tue, 20 Apr 2021 02:07:55 GMT",
        "content-type" => "application/json",
        "content-digest" => RequestDigest,
        "content-length" => "18",
        "client-cert" => ClientCertificate,
        "empty" => "",
        "padded" => " \ta  b\t",
        "two-lines" => "a\n\"@method\": GET",
        "accented" => "caf\u00e9",
        _ => null,
    });

    private static SignatureInput Read(string field)
    {
        Assert.True(StructuredFieldReader.TryReadDictionary(field, 1, out var members));
        Assert.True(SignatureInput.TryRead(members[0].Value, out var input, out _));
        return input;
    }

    private static byte[]? Base(SignatureInput input, SignedMessage? message = null) =>
        SignatureBase.Build(input.Components, input.Serialized, name => MessageComponents.Value(message ?? Request(), name));

    private static bool IsSigned(byte[]? signed, string signature)
    {
        using var key = TestKey.Open();
        return key.VerifyData(signed!, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
