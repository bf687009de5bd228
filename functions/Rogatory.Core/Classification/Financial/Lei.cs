namespace Rogatory.Core.Classification.Financial;

/// <summary>A Legal Entity Identifier: eighteen letters and digits, and two check digits.</summary>
internal sealed class Lei : NumberRule
{
    public override string Id => "lei";

    public override string Category => "lei";

    public override string Citation => "ISO 17442-1";

    public override IReadOnlyList<string> Shapes => ["******************##", "**** **** **** **** **##", "**** ** ************ ##"];

    public override string Check => "check digits (ISO/IEC 7064 mod 97-10)";

    public override double Bare => 0.93;

    public override double InContext => 0.99;

    public override bool FoldsCase => false;

    public override IReadOnlyList<string> Context => ["lei", "legal entity identifier", "lei code", "entity id*", "rechtsträgerkennung", "lei-code", "lei number"];

    /// <summary>One random text in 97 passes; that it is all digits, or repeats itself, makes it one of those.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) =>
        Digits.Are(compact) ? 0.3 : compact.Slice(4, 2) is "00" ? bare : 0.85;

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !compact.ContainsAnyInRange('a', 'z') && Digits.Number(compact[18..]) is >= 2 and <= 98 && Digits.Mod97(compact) == 1;
}
