using Rogatory.Core.Access;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryNonceMemoryTests : NonceMemoryContract
{
    protected override INonceMemory Memory { get; } = new InMemoryNonceMemory();
}
