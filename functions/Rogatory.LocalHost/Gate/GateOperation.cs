namespace Rogatory.LocalHost.Gate;

/// <summary>What the gate has to do about a request.</summary>
internal enum GateOperation
{
    /// <summary>Changes nothing that immutability protects, or Azurite does not implement it.</summary>
    PassOn,

    /// <summary>Get Blob and Get Blob Properties: answered with the blob's policy and hold.</summary>
    ReadBlob,

    /// <summary>Get Blob Metadata: Azurite sends the whole blob with it, Azure sends no body.</summary>
    ReadMetadata,

    /// <summary>List Blobs that is to show policies or holds, which Azurite does not know.</summary>
    ListBlobs,

    /// <summary>Put Blob, Put Block List, Copy Blob, Copy Blob From URL: replaces the blob, and may bring a policy and a hold.</summary>
    Overwrite,

    /// <summary>Delete Blob, of the blob itself or of its snapshots.</summary>
    Delete,

    /// <summary>Changes a blob in place: its metadata, properties, pages, seal or expiry.</summary>
    Change,

    /// <summary>Append Block, which a container's policy may allow.</summary>
    Append,

    /// <summary>Snapshot Blob, which only a container's policy forbids.</summary>
    Snapshot,

    SetPolicy,
    RemovePolicy,
    SetLegalHold,
    PutBlockFromUrl,
    DeleteContainer,
}
