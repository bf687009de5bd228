using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>A partner's id in the partner register, such as <c>fr-pnf</c>: <c>[a-z0-9][a-z0-9-]{1,39}</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PartnerId>))]
public readonly record struct PartnerId : IIdentifier<PartnerId>
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly string? text;

    private PartnerId(string text) => this.text = text;

    /// <summary>Parses the one spelling; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartnerId value)
    {
        var valid = text is { Length: >= 2 and <= 40 } && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Allowed);
        value = valid ? new PartnerId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static PartnerId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a partner id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names nobody.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset partner id.");
}
