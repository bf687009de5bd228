using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Access.Signatures;

/// <summary>A partner's call that verifies, with every part open to change. What is covered and how it is signed is built here from
/// the standard's text, apart from the signer under test.</summary>
internal sealed class Call : IDisposable
{
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Method { get; set; } = "PUT";

    public string Target { get; set; } = "https://rogatory.example/api/v1/requests/7K3Q-F2M9-X4TD/items/statement?part=%7e1";

    public bool HasBody { get; set; } = true;

    public Dictionary<string, string> Fields { get; } = new()
    {
        ["rogatory-partner"] = "fr-pnf",
        ["content-digest"] = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
        ["date"] = "Tue, 20 Apr 2021 02:07:55 GMT",
    };

    public string Covered { get; set; } = "\"@method\" \"@target-uri\" \"rogatory-partner\" \"content-digest\"";

    public string Parameters { get; set; } = $";created={Now.ToUnixTimeSeconds()};keyid=\"key-1\"";

    public EcJwk? Known { get; set; }

    public List<string> Asked { get; } = [];

    public Call() => Known = EcJwk.From(_key, "key-1");

    public Call Sign(string label = "sig")
    {
        var (input, signature) = Signed();
        Fields["signature-input"] = $"{label}={input}";
        Fields["signature"] = $"{label}=:{signature}:";
        return this;
    }

    public (string Input, string Signature) Signed()
    {
        var input = $"({Covered}){Parameters}";
        var names = Covered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('"'));
        var lines = string.Concat(names.Select(name => string.Create(CultureInfo.InvariantCulture, $"\"{name}\": {Value(name)}\n")));
        var bytes = Encoding.ASCII.GetBytes($"{lines}\"@signature-params\": {input}");
        return (input, Convert.ToBase64String(_key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));
    }

    public SignatureVerdict Verify(DateTimeOffset? now = null)
    {
        var message = new SignedMessage(Method, Target, HasBody, Fields.GetValueOrDefault);
        return HttpMessageVerifier.VerifyAsync(message, now ?? Now, keyId =>
        {
            Asked.Add(keyId);
            return ValueTask.FromResult(keyId == Known?.KeyId ? Known : null);
        }).AsTask().GetAwaiter().GetResult();
    }

    public void Dispose() => _key.Dispose();

    private string Value(string component) => component switch
    {
        "@method" => Method,
        "@target-uri" => Target,
        "@path" => new Uri(Target).AbsolutePath,
        _ => Fields[component],
    };
}
