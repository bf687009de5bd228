using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Policy;

/// <summary>A state or territory by its officially assigned ISO 3166-1 alpha-2 code, in upper case; and <c>XK</c>.</summary>
/// <remarks>
/// <c>XK</c> (Kosovo) is user-assigned in ISO 3166-1, but it is the code that authorities use with each other, and there is no other.
/// Reserved and withdrawn codes (<c>EU</c>, <c>UK</c>, <c>AN</c>, <c>SU</c>) are refused.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<StateCode>))]
public readonly record struct StateCode : IIdentifier<StateCode>
{
    private const string Assigned =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
        "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
        "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
        "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
        "NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
        "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
        "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

    private static readonly FrozenSet<string> Known = Assigned.Split(' ').Append("XK").ToFrozenSet(StringComparer.Ordinal);
    private readonly string? text;

    private StateCode(string text) => this.text = text;

    /// <summary>Every code that parses, in no order.</summary>
    public static IEnumerable<StateCode> All => Known.Select(code => new StateCode(code));

    /// <summary>Parses two upper-case letters that are assigned; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StateCode value)
    {
        var valid = text is not null && Known.Contains(text);
        value = valid ? new StateCode(text!) : default;
        return valid;
    }

    /// <summary>Parses, or throws a <see cref="FormatException"/> that does not repeat the text.</summary>
    public static StateCode Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a state code.");

    /// <summary>The code.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no state.</exception>
    public override string ToString() => text ?? throw new InvalidOperationException("An unset state code.");
}
