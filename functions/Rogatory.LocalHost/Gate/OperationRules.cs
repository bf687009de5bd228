namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Which operation a request is. Azurite takes the operation of which most required parameters and headers are present, so a
/// harmless <c>comp</c> together with another operation's header could be that other operation; such a mixture is refused,
/// and so is every combination that is not known here.
/// </summary>
internal static class OperationRules
{
    private const string CopySource = "x-ms-copy-source";

    public static (GateOperation Operation, StorageError? Refusal) Judge(GateRequest request) => request.Path switch
    {
        { Container: "" } => Account(request),
        { Blob: "" } => Container(request),
        _ => Blob(request),
    };

    private static (GateOperation, StorageError?) Account(GateRequest request) => request.Method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "PUT" => (GateOperation.PassOn, null),
        "POST" => Post(request),
        _ => Refused(StorageError.UnsupportedVerb),
    };

    private static (GateOperation, StorageError?) Container(GateRequest request) => request.Method switch
    {
        "DELETE" => (GateOperation.DeleteContainer, null),
        "GET" when ListedProtections.AreWanted(request) => (GateOperation.ListBlobs, null),
        _ => Account(request),
    };

    private static (GateOperation, StorageError?) Blob(GateRequest request) => request.Method switch
    {
        "GET" when request.Comp == "metadata" => (GateOperation.ReadMetadata, null),
        "GET" or "HEAD" when request.Comp is null => (GateOperation.ReadBlob, null),
        "GET" or "HEAD" or "OPTIONS" => (GateOperation.PassOn, null),
        "POST" => Post(request),
        "DELETE" => request.Comp switch
        {
            null => (GateOperation.Delete, null),
            "immutabilityPolicies" => (GateOperation.RemovePolicy, null),
            _ => Refused(StorageError.InvalidParameter("comp")),
        },
        "PUT" => Put(request),
        _ => Refused(StorageError.UnsupportedVerb),
    };

    private static (GateOperation, StorageError?) Put(GateRequest request)
    {
        if (request.Comp is null) return (GateOperation.Overwrite, null);
        var copies = request.Headers.ContainsKey(CopySource);
        if (request.Headers.ContainsKey("x-ms-blob-type")) return Refused(StorageError.InvalidHeader("x-ms-blob-type"));
        if (copies && request.Comp != "block") return Refused(StorageError.NotImplemented("This operation from a URL"));
        switch (request.Comp)
        {
            case "block" when copies:
                // Without a block id or a length, or as a synchronous copy, Azurite would copy onto the blob.
                if (request.Query.GetValueOrDefault("blockid") is null or "") return Refused(StorageError.InvalidParameter("blockid"));
                if (request.Headers.ContentLength is not 0) return Refused(StorageError.InvalidHeader("Content-Length"));
                return request.Headers.ContainsKey("x-ms-requires-sync")
                    ? Refused(StorageError.InvalidHeader("x-ms-requires-sync"))
                    : (GateOperation.PutBlockFromUrl, null);
            case "block" or "lease" or "tags" or "tier" or "copy" or "undelete":
                return (GateOperation.PassOn, null);
            case "blocklist":
                return (GateOperation.Overwrite, null);
            case "metadata" or "properties" or "page" or "incrementalcopy" or "seal" or "expiry":
                return (GateOperation.Change, null);
            case "appendblock":
                return (GateOperation.Append, null);
            case "snapshot":
                return (GateOperation.Snapshot, null);
            case "immutabilityPolicies":
                return (GateOperation.SetPolicy, null);
            case "legalhold":
                return (GateOperation.SetLegalHold, null);
            default:
                return Refused(StorageError.InvalidParameter("comp"));
        }
    }

    // A batch carries deletes inside its body, which the gate does not read.
    private static (GateOperation, StorageError?) Post(GateRequest request) => request.Comp switch
    {
        "batch" => Refused(StorageError.NotImplemented("A batch")),
        "query" or "userdelegationkey" => (GateOperation.PassOn, null),
        _ => Refused(StorageError.InvalidParameter("comp")),
    };

    private static (GateOperation, StorageError?) Refused(StorageError error) => (default, error);
}
