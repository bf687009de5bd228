using Rogatory.Core.Sealing;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryVaultTests : VaultContract
{
    protected override IVault Vault { get; } = new InMemoryVault();
}
