using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Case;

/// <summary>What makes a command's effect visible in the ledger: <c>[a-z0-9:.-]{1,128}</c>, given by the caller or derived from what triggered it.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CommandId>))]
public readonly record struct CommandId : IIdentifier<CommandId>
{
    private const int MostCharacters = 128;
    private const int DigestBytes = 16;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789:.-");
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string? text;

    private CommandId(string text) => this.text = text;

    /// <summary>
    /// The id of the command of this kind that these parts trigger: <c>{kind}:</c> and the first 32 hex digits of SHA-256 over kind and
    /// parts, each as UTF-8 behind its length in bytes (4 bytes, big endian). The same parts give the same id; moving text from one part
    /// to the next does not.
    /// </summary>
    /// <exception cref="FormatException">The kind has a character that an id may not have, or is longer than 95.</exception>
    /// <exception cref="EncoderFallbackException">A part has a lone surrogate.</exception>
    public static CommandId Derive(string kind, params ReadOnlySpan<string> parts)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, kind);
        foreach (var part in parts)
            Append(digest, part);
        return Parse($"{kind}:{Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, DigestBytes))}");
    }

    /// <summary>Parses 1 to 128 of the allowed characters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CommandId value)
    {
        var valid = text is { Length: >= 1 and <= MostCharacters } && !text.AsSpan().ContainsAnyExcept(Allowed);
        value = valid ? new CommandId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static CommandId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a command id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no command.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset command id.");

    private static void Append(IncrementalHash digest, string part)
    {
        var bytes = StrictUtf8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        digest.AppendData(length);
        digest.AppendData(bytes);
    }
}
