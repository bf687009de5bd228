using Rogatory.Core.Receipt;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryStatementStoreTests : StatementStoreContract
{
    protected override IStatementStore Store { get; } = new InMemoryStatementStore();
}
