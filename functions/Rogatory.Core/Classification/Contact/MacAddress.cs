namespace Rogatory.Core.Classification.Contact;

/// <summary>A hardware address: six bytes in hex.</summary>
internal sealed class MacAddress : NumberRule
{
    public override string Id => "mac";

    public override string Category => "mac-address";

    public override string Citation => "IEEE 802-2014 section 8.1";

    public override IReadOnlyList<string> Shapes => ["**:**:**:**:**:**", "**-**-**-**-**-**", "****.****.****"];

    public override string Check => "six bytes in hex";

    public override double Bare => 0.95;

    public override double InContext => 0.98;

    public override bool AllowsCompact => false;

    public override IReadOnlyList<string> Context => ["mac", "mac address", "mac-adresse", "adresse mac", "bssid", "hwaddr", "ether", "ethernet", "bluetooth", "wlan", "wifi", "physical address"];

    public override IReadOnlyList<string> Counter => ["fingerprint", "checksum", "thumbprint", "key id"];

    /// <summary>All digits may be times and dates.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) => Digits.Are(compact) ? 0.6 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        foreach (char unit in compact)
        {
            if (!char.IsAsciiHexDigit(unit))
                return false;
        }

        return !Digits.AllSame(compact);
    }
}
