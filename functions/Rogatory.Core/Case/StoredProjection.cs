namespace Rogatory.Core.Case;

/// <summary>A projection's bytes and the etag that replacing it must name.</summary>
public sealed record StoredProjection(byte[] Content, string ETag);
