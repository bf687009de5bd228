namespace Rogatory.LocalHost.Gate;

/// <summary>A request that the gate and Azurite are sure to understand alike.</summary>
internal sealed record GateRequest(string Method, string Target, BlobPath Path, IReadOnlyDictionary<string, string> Query, IHeaderDictionary Headers)
{
    public GateOperation Operation { get; private init; }

    public string? Comp => Query.GetValueOrDefault("comp");

    public bool HasPolicyHeaders => ProtectionHeaders.ArePresent(Headers);

    /// <summary>Whether Azurite itself will refuse this write if the blob exists.</summary>
    public bool OnlyCreates => Headers.IfNoneMatch is ["*"];

    /// <summary>Whether this names the blob itself rather than one of its snapshots or versions.</summary>
    public bool NamesCurrentBlob => !Query.ContainsKey("snapshot") && !Query.ContainsKey("versionid");

    public static (GateRequest? Request, StorageError? Refusal) Read(HttpRequest request, string target)
    {
        // Express honours this header as a method, so a harmless GET could be a DELETE.
        if (request.Headers.ContainsKey("X-HTTP-Method")) return (null, StorageError.InvalidHeader("X-HTTP-Method"));
        if (request.Headers.Host is not [{ } host] || !RawTarget.NamesNoAccount(host)) return (null, StorageError.InvalidTarget);
        if (!RawTarget.TryRead(target, out var path, out var query)) return (null, StorageError.InvalidTarget);
        var read = new GateRequest(request.Method, target, path, query, request.Headers);
        var (operation, refusal) = OperationRules.Judge(read);
        return refusal is null ? (read with { Operation = operation }, null) : (null, refusal);
    }
}
