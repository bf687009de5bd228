namespace Rogatory.Core.Classification.Identity;

/// <summary>A number that a state gives to one person (or, of tax numbers, also to a business), with what such numbers have in common.</summary>
internal abstract class PersonNumber : NumberRule
{
    /// <summary>What any country's are called in English.</summary>
    private static readonly string[] NationalNames =
    [
        "national id", "national id number", "national identification number", "national identity number", "national identifier", "national insurance",
        "personal identification number", "personal identity number", "personal identity code", "personal id number", "personal code",
        "identity number", "identification number", "national number", "citizen number", "citizen id", "social security*", "id card number",
    ];

    private static readonly string[] TaxNames =
    [
        "tax id", "tax number", "tax no", "tax identification*", "tax identifier", "taxpayer*", "tax reference", "tin", "fiscal code", "fiscal number", "tax file",
    ];

    private static readonly string[] HealthNames = ["health number", "health insurance*", "health card*", "patient number", "patient id", "medical record*"];

    /// <summary>Names that are words of some language.</summary>
    private static readonly string[] Words =
        ["nie", "sin", "nas", "fin", "tie", "ik", "ni", "n.i", "chi", "tc", "t.c", "cf", "c.f", "pan", "uid", "nin", "ato", "nir", "perso", "pass", "ird", "irs", "irn", "a.k", "p.k"];

    /// <summary>Numbers of as many digits that are none of these.</summary>
    private static readonly string[] Telephones =
    [
        "phone*", "telephone*", "tel", "mobile", "fax", "call", "telefon*", "téléphone", "teléfono", "telefono", "telefone", "telefoon", "handy", "iban",
        "account number", "account no",
    ];

    public override string Category => "national-number";

    public override double InContext => 0.97;

    /// <summary><see cref="NumberRule.Bare"/> of one that stands in the groups of a shape, which chance seldom makes.</summary>
    protected virtual double BareInGroups => Bare;

    /// <summary>What it is called in its country's languages and in English, and nothing else is.</summary>
    protected abstract IReadOnlyList<string> Names { get; }

    /// <summary>Words that stand before it, and before other things.</summary>
    protected virtual IReadOnlyList<string> EverydayNames => [];

    public sealed override IReadOnlyList<string> Broad =>
    [
        .. EverydayNames,
        .. Category switch { "national-number" => NationalNames, "tax-number" => TaxNames, "health-number" => HealthNames, _ => [] },
    ];

    public sealed override IReadOnlyList<string> OwnNames => [.. Names.Except(Words)];

    public sealed override IReadOnlyList<string> Context => [.. Names, .. Broad];

    public sealed override bool YieldsToNames => true;

    public override IReadOnlyList<string> Counter => [.. base.Counter, .. Telephones];

    public override double BareOf(string shape) => IsGrouped(shape) ? BareInGroups : Bare;

    protected static bool IsGrouped(string shape) => shape.AsSpan().ContainsAny(" -./+");

    /// <summary>The shapes with each of these separators in the place of their spaces.</summary>
    protected static string[] Grouped(string separators, params string[] shapes) =>
        [.. separators.SelectMany(separator => shapes.Select(shape => shape.Replace(' ', separator)))];
}
