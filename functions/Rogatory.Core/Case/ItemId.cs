using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Case;

/// <summary>The id of an item within its case: <c>[a-z0-9][a-z0-9-]{0,39}</c>, or two of these with a dot between for one derived from another.</summary>
/// <remarks>A partner declares ids of the first form, and officers add items under such ids that the partner did not declare; <c>request</c> and every id with a dot are ours.</remarks>
[JsonConverter(typeof(IdentifierJsonConverter<ItemId>))]
public readonly record struct ItemId : IIdentifier<ItemId>
{
    private const int MostCharacters = 40;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly string? text;

    private ItemId(string text) => this.text = text;

    /// <summary>The item that holds the letter of request itself.</summary>
    public static ItemId Request { get; } = new("request");

    /// <summary>True for an id that only the home authority gives: <c>request</c>, or a derived one.</summary>
    public bool IsOurs => this == Request || ToString().Contains('.', StringComparison.Ordinal);

    /// <summary>Parses either form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ItemId value)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        var valid = dot < 0 ? IsPlain(text) : IsPlain(text.AsSpan(0, dot)) && IsPlain(text.AsSpan(dot + 1));
        value = valid ? new ItemId(text!) : default;
        return valid;
    }

    /// <summary>Parses an id that a partner may declare; refuses ours.</summary>
    public static bool TryParseDeclared([NotNullWhen(true)] string? text, out ItemId value)
    {
        if (TryParse(text, out value) && !value.IsOurs)
            return true;
        value = default;
        return false;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static ItemId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not an item id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no item.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset item id.");

    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= MostCharacters && text[0] != '-' && !text.ContainsAnyExcept(Allowed);
}
