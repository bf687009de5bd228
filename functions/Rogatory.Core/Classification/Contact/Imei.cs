namespace Rogatory.Core.Classification.Contact;

/// <summary>The number of a mobile device: a reporting body that there is, and a Luhn digit.</summary>
internal sealed class Imei : NumberRule
{
    public override string Id => "imei";

    public override string Category => "device-number";

    public override string Citation => "3GPP TS 23.003 section 6.2.1 and annex B; GSMA TS.06";

    public override IReadOnlyList<string> Shapes => ["###############", "##-######-######-#", "## ###### ###### #", "######-##-######-#", "###### ## ###### #", "######/##/######/#"];

    public override string Check => "reporting body, Luhn check digit";

    public override double Bare => 0.85;

    public override double InContext => 0.98;

    public override IReadOnlyList<string> Context => ["imei*", "device id", "handset*", "gerätenummer", "serial imei", "mobile equipment", "terminal*", "phone", "handy", "smartphone"];

    public override bool YieldsToNames => true;

    public override double BareOf(string shape) => shape.AsSpan().ContainsAny(" -/") ? 0.85 : 0.45;

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        Digits.Number(compact[..2]) is 1 or 10 or 30 or 33 or 35 or 44 or 45 or (>= 49 and <= 54) or 86 or 91 or 98 or 99 && Digits.Luhn(compact) && !Digits.AllSame(compact[2..]);
}
