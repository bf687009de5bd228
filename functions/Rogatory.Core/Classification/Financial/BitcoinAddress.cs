namespace Rogatory.Core.Classification.Financial;

/// <summary>A Bitcoin address: P2PKH and P2SH (base58check), segregated witness and taproot (bech32, bech32m), of the main and the test network.</summary>
internal sealed class BitcoinAddress : NumberRule
{
    public override string Id => "bitcoin";

    public override string Category => "crypto-address";

    public override string Citation => "BIP-13, BIP-173, BIP-350";

    public override IReadOnlyList<string> Shapes { get; } =
    [
        .. Enumerable.Range(26, 10).SelectMany(length => new[] { "1", "3" }.Select(first => first + new string('*', length - 1))),
        .. new[] { "M", "N", "2" }.Select(first => first + new string('*', 33)), .. new[] { "M", "N", "2" }.Select(first => first + new string('*', 34)),
        .. new[] { 42, 62 }.SelectMany(length => new[] { "BC1", "TB1" }.Select(first => first + new string('*', length - 3))),
    ];

    public override string Check => "checksum of the address";

    public override double Bare => 0.99;

    public override double InContext => 0.99;

    public override bool FoldsCase => false;

    public override IReadOnlyList<string> Context => ["bitcoin", "btc", "wallet", "address", "crypto*", "kryptow*", "cryptomonnaie*"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[0] is 'b' or 'B' or 't' or 'T'
            ? Bech32.IsAddress(compact, "bc") || Bech32.IsAddress(compact, "tb")
            : (compact[0], Base58Check.Version(compact)) is ('1', 0) or ('3', 5) or ('m' or 'n', 111) or ('2', 196);
}
