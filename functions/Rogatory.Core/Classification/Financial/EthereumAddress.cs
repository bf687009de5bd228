using System.Text;

namespace Rogatory.Core.Classification.Financial;

/// <summary>An Ethereum address: twenty bytes in hex, whose case is a checksum if it is mixed.</summary>
internal sealed class EthereumAddress : NumberRule
{
    public override string Id => "ethereum";

    public override string Category => "crypto-address";

    public override string Citation => "EIP-55";

    public override IReadOnlyList<string> Shapes { get; } = ["0X" + new string('*', 40)];

    public override string Check => "twenty bytes in hex, checksum by their case if it is mixed";

    public override double Bare => 0.99;

    public override double InContext => 0.99;

    public override bool FoldsCase => false;

    public override IReadOnlyList<string> Context => ["ethereum", "eth", "ether", "wallet", "address", "crypto*", "erc20", "usdt", "usdc", "contract", "token"];

    public override IReadOnlyList<string> Counter => ["commit", "sha1", "git", "digest", "hash"];

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => IsMixed(compact[2..]) ? bare : 0.88;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        ReadOnlySpan<char> hex = compact[2..];
        foreach (char unit in hex)
        {
            if (!char.IsAsciiHexDigit(unit))
                return false;
        }

        return compact[1] == 'x' && hex.ContainsAnyExcept('0') && (!IsMixed(hex) || HasRightCase(hex));
    }

    private static bool IsMixed(ReadOnlySpan<char> hex) => hex.ContainsAnyInRange('A', 'F') && hex.ContainsAnyInRange('a', 'f');

    private static bool HasRightCase(ReadOnlySpan<char> hex)
    {
        Span<char> lower = stackalloc char[40];
        hex.ToLowerInvariant(lower);
        Span<byte> text = stackalloc byte[40], digest = stackalloc byte[32];
        Encoding.ASCII.GetBytes(lower, text);
        Keccak256.HashData(text, digest);
        for (int at = 0; at < 40; at++)
        {
            int nibble = at % 2 == 0 ? digest[at / 2] >> 4 : digest[at / 2] & 15;
            if (char.IsAsciiLetter(hex[at]) && char.IsAsciiLetterUpper(hex[at]) != nibble >= 8)
                return false;
        }

        return true;
    }
}
