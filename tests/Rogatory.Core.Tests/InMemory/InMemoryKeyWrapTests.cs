using Rogatory.Envelope;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryKeyWrapTests : KeyWrapContract, IDisposable
{
    private readonly InMemoryKeyWrap keyWrap = new();

    protected override IKeyWrap KeyWrap => keyWrap;

    public void Dispose() => keyWrap.Dispose();
}
