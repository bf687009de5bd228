using Azure;

namespace Rogatory.Azure;

/// <summary>A blob as storage has it after a copy.</summary>
/// <param name="Length">In bytes; that of the source.</param>
/// <param name="ETag">Changes with every later write.</param>
/// <param name="Version">Null where storage has no versions.</param>
public sealed record CopiedBlob(long Length, ETag ETag, string? Version);
