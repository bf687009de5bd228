namespace Rogatory.Azure.Tests.Storage;

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(nameof(StorageCollection))]
public sealed class StorageCollection : ICollectionFixture<StorageFixture>;
