namespace Rogatory.LocalHost.Tests.Gate;

[CollectionDefinition(Name)]
public sealed class GateCollection : ICollectionFixture<GateFixture>
{
    public const string Name = "gate";
}
