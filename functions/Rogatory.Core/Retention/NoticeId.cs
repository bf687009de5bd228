using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>The id of a notice: its case and its number in it from 1, such as <c>7K3Q-F2M9-X4TD-N1</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<NoticeId>))]
public readonly record struct NoticeId : IIdentifier<NoticeId>
{
    private const int MostDigits = 8;
    private const int CaseCharacters = 14;
    private const string Mark = "-N";

    private NoticeId(CaseId @case, int number)
    {
        Case = @case;
        Number = number;
    }

    /// <summary>The case it belongs to.</summary>
    public CaseId Case { get; }

    /// <summary>Its number in the case, from 1, of at most eight digits.</summary>
    public int Number { get; }

    /// <summary>The notice of that number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static NoticeId Of(CaseId @case, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new NoticeId(@case, number);
    }

    /// <summary>Parses the one spelling: a case id, a hyphen, <c>N</c>, and the number without leading zeros.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NoticeId value)
    {
        const int Begin = CaseCharacters + 2;
        value = default;
        if (text is not { Length: > Begin and <= Begin + MostDigits } || !text.AsSpan(CaseCharacters, Mark.Length).SequenceEqual(Mark) || text[Begin] == '0'
            || !CaseId.TryParse(text[..CaseCharacters], out CaseId @case)
            || !int.TryParse(text.AsSpan(Begin), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return false;
        value = new NoticeId(@case, number);
        return true;
    }

    /// <summary>The one spelling.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case}{Mark}{Number}");
}
