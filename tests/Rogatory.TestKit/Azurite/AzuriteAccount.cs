using System.Security.Cryptography;

namespace Rogatory.TestKit.Azurite;

public sealed record AzuriteAccount(string Name, string Key)
{
    /// <summary>The account every Azurite has, with the key that its documentation publishes.</summary>
    public static AzuriteAccount Development { get; } = new(
        "devstoreaccount1",
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    public static AzuriteAccount Named(string name) => new(name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
}
