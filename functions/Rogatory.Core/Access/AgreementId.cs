using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>The id of an agreement with a partner, such as <c>led37-2027</c>: <c>[a-z0-9][a-z0-9-]{0,39}</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<AgreementId>))]
public readonly record struct AgreementId : IIdentifier<AgreementId>
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly string? text;

    private AgreementId(string text) => this.text = text;

    /// <summary>Parses the one spelling; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AgreementId value)
    {
        var valid = text is { Length: >= 1 and <= 40 } && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Allowed);
        value = valid ? new AgreementId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static AgreementId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not an agreement's id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names nothing.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset agreement id.");
}
