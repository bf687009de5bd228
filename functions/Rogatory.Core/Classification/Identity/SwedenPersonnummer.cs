namespace Rogatory.Core.Classification.Identity;

/// <summary>The Swedish personnummer, with <c>+</c> for those over a hundred, and the samordningsnummer (day raised by 60).</summary>
internal sealed class SwedenPersonnummer : PersonNumber
{
    public override string Id => "se-personnummer";

    public override string Citation => "Folkbokföringslag (1991:481), 18 till 18 b §";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("-+ ", "###### ####", "######## ####");

    public override string Check => "date, Luhn check digit";

    public override double Bare => 0.75;

    protected override IReadOnlyList<string> Names =>
        ["personnummer", "personnr", "pnr", "samordningsnummer", "personnumret", "swedish personal*", "coordination number", "födelsenummer"];

    protected override double BareInGroups => 0.92;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length == 12 ? bare : bare - 0.2;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        ReadOnlySpan<char> ten = compact[^10..];
        int year = BirthDay.Two(ten, 0), month = BirthDay.Two(ten, 2), day = BirthDay.Two(ten, 4) % 60;
        bool isDate = compact.Length == 12
            ? compact[..2] is "18" or "19" or "20" && BirthDay.Is((BirthDay.Two(compact, 0) * 100) + year, month, day)
            : BirthDay.IsShort(year, month, day);
        return isDate && Digits.Number(ten[6..9]) > 0 && Digits.Luhn(ten);
    }
}
