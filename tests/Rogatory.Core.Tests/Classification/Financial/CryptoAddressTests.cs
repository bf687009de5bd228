using System.Text;
using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class CryptoAddressTests
{
    private readonly BitcoinAddress bitcoin = new();
    private readonly EthereumAddress ethereum = new();

    /// <summary>The examples of BIP-173 and BIP-350, and the address of the first block.</summary>
    [Theory]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("3P14159f73E4gFr7JterCCQh9QjiTjiZrG")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")]
    [InlineData("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx")]
    public void A_right_Bitcoin_address_is_found(string address) => Classified.Finds(bitcoin, $"to {address}.", address, 0.95);

    [Theory]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a")]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN")]
    [InlineData("11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")]
    [InlineData("bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd")] // bech32, which is for version 0 only
    [InlineData("3P14159f73E4gFr7JterCCQh9QjiTjiZrH")]
    [InlineData("1111111111111111111111111111111111")]
    public void A_wrong_Bitcoin_address_is_not(string address) => Classified.FindsNothing(bitcoin, $"to {address}.");

    /// <summary>The examples of EIP-55, and one without a checksum.</summary>
    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", 0.95)]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", 0.95)]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", 0.95)]
    [InlineData("0xde709f2102306220921060314715629080e2fb77", 0.8)]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7", 0.8)]
    public void A_right_Ethereum_address_is_found(string address, double atLeast) => Classified.Finds(ethereum, $"to {address}.", address, atLeast);

    [Theory]
    [InlineData("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd")]
    [InlineData("0xzzAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x0000000000000000000000000000000000000000")]
    public void A_wrong_Ethereum_address_is_not(string address) => Classified.FindsNothing(ethereum, $"to {address}.");

    /// <summary>The digests of nothing and of abc, as the submission to the contest gives them.</summary>
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    public void Keccak_is_the_one_of_the_contest(string text, string digest)
    {
        byte[] made = new byte[32];
        Keccak256.HashData(Encoding.ASCII.GetBytes(text), made);
        Assert.Equal(digest, Convert.ToHexStringLower(made));
    }
}
