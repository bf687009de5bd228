namespace Rogatory.LocalHost.Tests.EndToEnd;

[CollectionDefinition(Name)]
public sealed class KillableCollection : ICollectionFixture<KillableSystem>
{
    public const string Name = "killable";
}
