using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>An officer's id, which is the subject of the OIDC token: <c>[a-z0-9][a-z0-9-]{1,63}</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<OfficerId>))]
public readonly record struct OfficerId : IIdentifier<OfficerId>
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly string? text;

    private OfficerId(string text) => this.text = text;

    /// <summary>Parses the one spelling; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OfficerId value)
    {
        var valid = text is { Length: >= 2 and <= 64 } && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Allowed);
        value = valid ? new OfficerId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static OfficerId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not an officer id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names nobody.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset officer id.");
}
