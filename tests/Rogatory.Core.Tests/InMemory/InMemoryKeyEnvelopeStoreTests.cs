using Rogatory.Core.Sealing;
using Rogatory.TestKit;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryKeyEnvelopeStoreTests : KeyEnvelopeStoreContract
{
    private readonly InMemoryKeyEnvelopeStore keys = new(new MovableTime());

    protected override IKeyEnvelopeStore Store => keys;

    protected override IEnvelopeEraser Eraser => keys;
}
