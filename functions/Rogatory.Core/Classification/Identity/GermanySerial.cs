using System.Buffers;

namespace Rogatory.Core.Classification.Identity;

/// <summary>
/// The serial number of a German document with its check digit: the authority's four places, five of its own, no vowel nor a letter that looks
/// like a digit; or ten digits, as on cards made before November 2010.
/// </summary>
internal abstract class GermanySerial : PersonNumber
{
    private static readonly SearchValues<char> Used = SearchValues.Create("0123456789CFGHJKLMNPRTVWXYZ");

    public override string Citation => "Personalausweisgesetz § 2 Abs. 8; Passgesetz § 4; ICAO Doc 9303 part 3 section 4.9";

    public override IReadOnlyList<string> Shapes { get; } = ["*********#", "*********#D", "********* #"];

    public override string Check => "letters in use, check digit (7-3-1)";

    public override double Bare => 0.65;

    /// <summary>What the serial number begins with.</summary>
    protected abstract string First { get; }

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => Digits.Are(compact) ? 0 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        ReadOnlySpan<char> serial = compact[..9];
        bool begins = Digits.Are(compact[..10]) ? IsOld(compact) : First.Contains(compact[0]) && serial.ContainsAnyInRange('0', '9');
        return begins && !serial.ContainsAnyExcept(Used) && compact[9] == DocumentSerial.CheckDigit(serial);
    }

    /// <summary>Whether ten digits may be one.</summary>
    protected virtual bool IsOld(ReadOnlySpan<char> compact) => false;
}
