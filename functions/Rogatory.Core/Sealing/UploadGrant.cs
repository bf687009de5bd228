using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>What a partner needs to upload a body that it sealed itself.</summary>
/// <param name="Attempt">Names the upload.</param>
/// <param name="Link">Writes the one blob. Whoever holds it can, so it is shown to nobody else.</param>
/// <param name="LinkUntil">When the link ends; another can be had until <paramref name="Until"/>.</param>
/// <param name="Until">When the upload lapses unless it was completed.</param>
/// <param name="Size">The size that the sealed body will have.</param>
/// <param name="IsNew">False where a link for an earlier upload was renewed.</param>
public sealed record UploadGrant(AttemptId Attempt, Uri Link, DateTimeOffset LinkUntil, DateTimeOffset Until, long Size, bool IsNew)
{
    /// <summary>Without the link.</summary>
    public override string ToString() => $"{nameof(UploadGrant)} {Attempt}";
}
