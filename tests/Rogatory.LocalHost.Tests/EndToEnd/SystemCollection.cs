namespace Rogatory.LocalHost.Tests.EndToEnd;

[CollectionDefinition(Name)]
public sealed class SystemCollection : ICollectionFixture<SystemUnderTest>
{
    public const string Name = "system";
}
