namespace Rogatory.Core.Classification.Financial;

/// <summary>A VAT identification number of one state, with its prefix or, where a word says what it is, without.</summary>
/// <param name="country">The state's code, as in the id.</param>
/// <param name="prefix">What the number begins with; empty for numbers without.</param>
/// <param name="bodies">How it goes on, in one piece or grouped.</param>
/// <param name="names">What the state calls it.</param>
/// <param name="strength">How likely one with its prefix is right, in text that says nothing.</param>
/// <param name="isValid">Whether what follows the prefix is right.</param>
internal sealed class VatNumber(string country, string prefix, string[] bodies, string[] names, double strength, VatNumber.Rule isValid) : NumberRule
{
    /// <summary>What it is called in English, and what it is called in several states.</summary>
    private static readonly string[] Everywhere = ["vat", "vat no", "vat number", "vat id*", "vat reg*", "tax id*", "tax number", "numer vat"];

    /// <summary>Decides on what follows the prefix.</summary>
    public delegate bool Rule(ReadOnlySpan<char> body);

    public override string Id => prefix.Length > 0 ? $"{country}-vat" : $"{country}-vat-unprefixed";

    public override string Category => "vat-number";

    public override string Citation => "Directive 2006/112/EC art. 215; VIES, VAT number construction rules";

    public override IReadOnlyList<string> Shapes { get; } =
        prefix.Length > 0 ? [.. bodies.SelectMany(body => new[] { prefix + body, $"{prefix} {body}", $"{prefix}-{body}" })] : bodies;

    public override string Check => "structure and check digits of the state";

    public override double Bare => prefix.Length > 0 ? strength : 0.2;

    public override double InContext => prefix.Length > 0 ? 0.98 : 0.93;

    public override bool YieldsToNames => prefix.Length == 0;

    public override bool NeedsContext => prefix.Length == 0;

    public override IReadOnlyList<string> Context { get; } = [.. names, .. Everywhere];

    public override IReadOnlyList<string> Broad => Everywhere;

    public override bool IsValid(ReadOnlySpan<char> compact) => isValid(compact[prefix.Length..]);
}
