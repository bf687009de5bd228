using Rogatory.Core.Case;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryProjectionStoreTests : ProjectionStoreContract
{
    protected override IProjectionStore Store { get; } = new InMemoryProjectionStore();
}
