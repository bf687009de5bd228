using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Case;

/// <summary>One try at sealing one item: 128 random bits as 32 lower-case hex digits.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<AttemptId>))]
public readonly record struct AttemptId : IIdentifier<AttemptId>
{
    private const int Bytes = 16;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdef");
    private readonly string? text;

    private AttemptId(string text) => this.text = text;

    /// <summary>A fresh id from the system's cryptographic random source.</summary>
    public static AttemptId New() => new(RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true));

    /// <summary>Parses exactly 32 lower-case hex digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AttemptId value)
    {
        var valid = text is { Length: 2 * Bytes } && !text.AsSpan().ContainsAnyExcept(Allowed);
        value = valid ? new AttemptId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static AttemptId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not an attempt id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no attempt.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset attempt id.");
}
