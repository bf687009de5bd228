using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Rogatory.Core.Access;

namespace Rogatory.Core.Case;

/// <summary>A case's id, such as <c>7K3Q-F2M9-X4TD</c>: twelve upper-case Crockford base32 characters in groups of four, 60 bits.</summary>
/// <remarks>It is derived from the partner and the partner's reference, so the same request can never open two cases.</remarks>
[JsonConverter(typeof(IdentifierJsonConverter<CaseId>))]
public readonly record struct CaseId : IIdentifier<CaseId>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 12;
    private const string OfDrills = "DRYR";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);
    private readonly string? text;

    private CaseId(string text) => this.text = text;

    /// <summary>Whether it is a drill's: the first group is <c>DRYR</c>.</summary>
    public bool IsOfDrill => ToString().StartsWith(OfDrills, StringComparison.Ordinal);

    /// <summary>
    /// The id of the case that <paramref name="partner"/> opens under <paramref name="reference"/>: the first 60 bits of the SHA-256 of
    /// UTF-8 <c>rogatory/v1/case</c> LF partner LF reference in Unicode normalisation form C.
    /// </summary>
    /// <exception cref="ArgumentException">The reference is empty or is not well-formed Unicode (lone surrogates, noncharacters).</exception>
    /// <exception cref="PlatformNotSupportedException">The reference is not ASCII and this runtime cannot normalise.</exception>
    public static CaseId Of(PartnerId partner, string reference) => Of(partner.ToString(), reference);

    /// <summary>
    /// The id of the case that we open under a reference of our own: as for a partner, with <c>.home</c> in the partner's place. No
    /// partner's id has a dot, so no partner can be registered whose cases ours would be.
    /// </summary>
    /// <exception cref="ArgumentException">As for a partner's.</exception>
    /// <exception cref="PlatformNotSupportedException">As for a partner's.</exception>
    public static CaseId OfOurs(string reference) => Of(".home", reference);

    private static CaseId Of(string owner, string reference)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        var normalised = UnicodeText.Normalise(reference, static text => text.Normalize(NormalizationForm.FormC));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"rogatory/v1/case\n{owner}\n{normalised}"), digest);
        return new CaseId(Spell(digest));
    }

    /// <summary>The id in the space of drills: <c>DRYR</c>, and this id's first 40 bits.</summary>
    public CaseId InDrill() => new($"{OfDrills}-{ToString()[..9]}");

    /// <summary>Parses the one spelling: upper case, groups of four, no letter of Crockford's excluded ones.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CaseId value)
    {
        var valid = text is { Length: Characters + 2 } && text[4] == '-' && text[9] == '-'
            && !text.AsSpan(0, 4).ContainsAnyExcept(Allowed)
            && !text.AsSpan(5, 4).ContainsAnyExcept(Allowed)
            && !text.AsSpan(10, 4).ContainsAnyExcept(Allowed);
        value = valid ? new CaseId(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static CaseId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a case id.");

    /// <summary>The one spelling.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no case.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset case id.");

    internal static string Spell(ReadOnlySpan<byte> digest)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(digest) >> 4;
        Span<char> spelled = stackalloc char[Characters + 2];
        var at = spelled.Length;
        for (var character = 0; character < Characters; character++)
        {
            if (character is 4 or 8)
                spelled[--at] = '-';
            spelled[--at] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return new string(spelled);
    }
}
