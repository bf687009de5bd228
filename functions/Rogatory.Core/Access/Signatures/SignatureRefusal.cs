namespace Rogatory.Core.Access.Signatures;

/// <summary>Why a message's signature is refused. For logs and tests; a caller who failed is told only that the signature is
/// invalid.</summary>
public static class SignatureRefusal
{
    /// <summary><c>Signature-Input</c> or <c>Signature</c> is absent or empty.</summary>
    public const string Missing = "missing";

    /// <summary>A field is longer than 4,096 characters.</summary>
    public const string TooLong = "too-long";

    /// <summary>A field is not the structured field it must be, holds a label twice, or holds more than four labels.</summary>
    public const string Malformed = "malformed";

    /// <summary>A label stands in only one of the two fields.</summary>
    public const string LabelUnmatched = "label-unmatched";

    /// <summary>A component is covered twice.</summary>
    public const string ComponentRepeated = "component-repeated";

    /// <summary>A component carries parameters, or is one we don't compute.</summary>
    public const string ComponentUnsupported = "component-unsupported";

    /// <summary>A component that must be covered is not.</summary>
    public const string ComponentNotCovered = "component-not-covered";

    /// <summary>A covered component has no value in the message.</summary>
    public const string ComponentAbsent = "component-absent";

    /// <summary><c>created</c> or <c>keyid</c> is absent, or a parameter we know has the wrong type or length.</summary>
    public const string ParameterInvalid = "parameter-invalid";

    /// <summary><c>alg</c> names another algorithm.</summary>
    public const string AlgorithmUnsupported = "algorithm-unsupported";

    /// <summary>The signature names another audience.</summary>
    public const string NotForUs = "not-for-us";

    /// <summary><c>created</c> (or <c>iat</c>) is more than 300 seconds from our clock.</summary>
    public const string NotCurrent = "not-current";

    /// <summary><c>expires</c> has come.</summary>
    public const string Expired = "expired";

    /// <summary>The covered <c>Content-Digest</c> is malformed or has no SHA-256.</summary>
    public const string DigestMalformed = "digest-malformed";

    /// <summary>No key of that id may sign, or the signature is not by it over this message. The two are not told apart.</summary>
    public const string NotVerified = "not-verified";
}
