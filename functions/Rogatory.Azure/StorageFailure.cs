using Azure;
using Azure.Storage.Blobs.Models;
using Rogatory.Core;

namespace Rogatory.Azure;

/// <summary>Sorts what a storage call throws: an answer that the adapter understands, the caller's own doing, or a store that is not there.</summary>
internal static class StorageFailure
{
    /// <summary>
    /// True for everything that means the store did not answer as it must. That is all but a cancelled caller and a wrong argument:
    /// time-outs, cut connections and credentials that get no token each come as a type of their own.
    /// </summary>
    public static bool Covers(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        StorageUnavailableException or EndOfStreamException or ArgumentException => false,
        _ => true,
    };

    /// <summary>True when a write was refused because of what is there already.</summary>
    public static bool IsConflict(RequestFailedException refusal) =>
        refusal.Status == 412
        || refusal.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || refusal.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy
        || refusal.ErrorCode == "BlobImmutableDueToLegalHold"
        // What an identity that may create but not overwrite is told.
        || refusal.ErrorCode == BlobErrorCode.UnauthorizedBlobOverwrite;

    /// <summary>True when the blob is not there. A container that is not there is a store that is not there.</summary>
    public static bool IsMissing(RequestFailedException refusal) => refusal.ErrorCode == BlobErrorCode.BlobNotFound;
}
