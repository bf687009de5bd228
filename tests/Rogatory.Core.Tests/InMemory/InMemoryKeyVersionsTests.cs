using Rogatory.Core.Retention;
using Rogatory.Envelope;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryKeyVersionsTests : KeyVersionsContract, IDisposable
{
    private readonly InMemoryKeyWrap keys = new(TestAuthority.SomeKey);

    protected override IKeyVersions Versions => keys;

    protected override IKeyWrap KeyWrap => keys;

    public void Dispose() => keys.Dispose();
}
