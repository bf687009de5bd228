using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>The id of a disclosure: its case and its number in it from 1, such as <c>7K3Q-F2M9-X4TD-1</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<DisclosureId>))]
public readonly record struct DisclosureId : IIdentifier<DisclosureId>
{
    /// <summary>The most disclosures that a case can have.</summary>
    public const int MostNumber = 9999;

    private const int CaseCharacters = 14;

    private DisclosureId(CaseId @case, int number)
    {
        Case = @case;
        Number = number;
    }

    /// <summary>The case it belongs to.</summary>
    public CaseId Case { get; }

    /// <summary>Its number in the case, from 1 to <see cref="MostNumber"/>.</summary>
    public int Number { get; }

    /// <summary>The disclosure of that number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to <see cref="MostNumber"/>.</exception>
    public static DisclosureId Of(CaseId @case, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MostNumber);
        return new DisclosureId(@case, number);
    }

    /// <summary>Parses the one spelling: a case id, a hyphen, and the number without leading zeros.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DisclosureId value)
    {
        value = default;
        if (text is not { Length: > CaseCharacters + 1 } || text[CaseCharacters] != '-' || text[CaseCharacters + 1] == '0'
            || !CaseId.TryParse(text[..CaseCharacters], out CaseId @case)
            || !int.TryParse(text.AsSpan(CaseCharacters + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number > MostNumber)
            return false;
        value = new DisclosureId(@case, number);
        return true;
    }

    /// <summary>The one spelling.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case}-{Number}");
}
