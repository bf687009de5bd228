using System.Collections.Frozen;

namespace Rogatory.Core.Classification.Financial;

/// <summary>An International Bank Account Number: its country's length and structure, and the check digits.</summary>
internal sealed class Iban : NumberRule
{
    /// <summary>The IBAN registry, release 100: country, then the structure of the BBAN (n digits, a letters, c either).</summary>
    private const string Registry =
        "AD 8n12c, AE 19n, AL 8n16c, AT 16n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c, " +
        "BI 23n, BR 23n1a1c, BY 4c4n16c, CH 5n12c, CR 18n, CY 8n16c, CZ 20n, DE 18n, DJ 23n, " +
        "DK 14n, DO 4c20n, EE 16n, EG 25n, ES 20n, FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, " +
        "GB 4a14n, GE 2a16n, GI 4a15c, GL 14n, GR 7n16c, GT 24c, HN 4a20n, HR 17n, HU 24n, " +
        "IE 4a14n, IL 19n, IQ 4a15n, IS 22n, IT 1a10n12c, JO 4a4n18c, KW 4a22c, KZ 3n13c, LB 4n20c, " +
        "LC 4a24c, LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n, MC 10n11c2n, MD 20c, ME 18n, " +
        "MK 3n10c2n, MN 16n, MR 23n, MT 4a5n18c, MU 4a19n3a, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, " +
        "PK 4a16c, PL 24n, PS 4a21c, PT 21n, QA 4a21c, RO 4a16c, RS 18n, RU 14n15c, SA 2n18c, " +
        "SC 4a20n3a, SD 14n, SE 20n, SI 15n, SK 20n, SM 1a10n12c, SO 19n, ST 21n, SV 4a20n, " +
        "TL 19n, TN 20n, TR 6n16c, UA 6n19c, VA 18n, VG 4a16n, XK 16n, YE 4a4n18c";

    private static readonly FrozenDictionary<string, Shape> Countries = Registry.Split(", ").ToFrozenDictionary(row => row[..2], row => new Shape(row[3..]));
    private static readonly FrozenDictionary<string, Shape>.AlternateLookup<ReadOnlySpan<char>> ByCountry =
        Countries.GetAlternateLookup<ReadOnlySpan<char>>();

    public override string Id => "iban";

    public override string Category => "iban";

    public override string Citation => "ISO 13616-1; SWIFT IBAN registry, release 100";

    public override IReadOnlyList<string> Shapes { get; } =
        [.. Countries.Values.Select(shape => shape.Length).Distinct().SelectMany(length => new[] { ' ', '-', '.' }.Select(separator => Grouped(length, separator)))];

    public override string Check => "country's length and structure, check digits (ISO/IEC 7064 mod 97-10)";

    public override double Bare => 0.97;

    public override double InContext => 0.99;

    public override IReadOnlyList<string> Context =>
    [
        "iban", "bank account", "bank", "account", "account no", "account number", "konto*", "bankverbindung", "compte*", "rib", "cuenta*", "conto*",
        "conta bancária", "conta", "rekening*", "rachun*", "numer konta",
    ];

    public override IReadOnlyList<string> Counter => [];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        ByCountry.TryGetValue(compact[..2], out Shape? shape)
        && shape.Fits(compact[4..])
        && Digits.Number(compact[2..4]) is >= 2 and <= 98
        && Digits.Mod97(compact[..4], Digits.Mod97(compact[4..])) == 1;

    private static string Grouped(int length, char separator)
    {
        string all = "@@##" + new string('*', length - 4);
        return string.Join(separator, all.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>The structure of a country's BBAN.</summary>
    private sealed class Shape
    {
        private readonly string kinds;

        public Shape(string structure)
        {
            var all = new System.Text.StringBuilder();
            int count = 0;
            foreach (char unit in structure)
            {
                if (char.IsAsciiDigit(unit))
                    count = (count * 10) + unit - '0';
                else
                    (_, count) = (all.Append(unit, count), 0);
            }

            kinds = all.ToString();
        }

        /// <summary>Of the whole IBAN.</summary>
        public int Length => kinds.Length + 4;

        public bool Fits(ReadOnlySpan<char> bban)
        {
            if (bban.Length != kinds.Length)
                return false;
            for (int at = 0; at < bban.Length; at++)
            {
                if (kinds[at] != 'c' && (kinds[at] == 'n') != char.IsAsciiDigit(bban[at]))
                    return false;
            }

            return true;
        }
    }
}
