namespace Rogatory.LocalHost.Gate;

/// <summary>Says whether a write may reach Azurite. Asked, and acted upon, within the blob's turn.</summary>
internal sealed class WriteGuard(GateOptions options, Upstream upstream, ProtectionState state)
{
    private DateTimeOffset Now => options.Clock.GetUtcNow();

    public async Task<StorageError?> RefusalAsync(GateRequest request)
    {
        await state.EnsureCurrentAsync();
        if (request.Operation != GateOperation.Snapshot && (await CurrentAsync(request.Path)).Refusal(Now) is { } refusal) return refusal;
        var policy = options.ContainerPolicies.FirstOrDefault(policy => policy.Container == request.Path.Container);
        return policy is null ? null : await RefusalAsync(request, policy);
    }

    /// <summary>A container's deletion fails while it is under a policy of its own, or holds a protected blob.</summary>
    public async Task<StorageError?> ContainerRefusalAsync(BlobPath container)
    {
        await state.EnsureCurrentAsync();
        if (options.ContainerPolicies.Any(policy => policy.Container == container.Container)) return StorageError.ImmutableDueToPolicy;
        foreach (var path in state.In(container))
        {
            if ((await CurrentAsync(path)).Refusal(Now) is { } refusal) return refusal;
        }
        return null;
    }

    /// <summary>What is set on a blob, once it is known whether the call that set it succeeded: it did if the blob exists.</summary>
    public async Task<Protection> CurrentAsync(BlobPath path)
    {
        var protection = state.Of(path);
        if (!protection.Unconfirmed) return protection;
        if (await LastModifiedAsync(path) is null)
            await state.SetAsync(path, Protection.None);
        else
            state.Confirm(path);
        return state.Of(path);
    }

    /// <summary>Null where there is no such blob.</summary>
    public async Task<DateTimeOffset?> LastModifiedAsync(BlobPath path)
    {
        if (upstream.Authorised(path) is not { } target)
            throw new UpstreamUnavailableException(new InvalidOperationException("The gate was given no key for this account."));
        using var request = upstream.Request(HttpMethod.Head, target);
        using var answer = await upstream.SendAsync(request, CancellationToken.None);
        return answer switch
        {
            { IsSuccessStatusCode: true, Content.Headers.LastModified: { } time } => time,
            { StatusCode: System.Net.HttpStatusCode.NotFound } => null,
            _ => throw new UpstreamUnavailableException(new InvalidOperationException($"Get Blob Properties was answered {answer.StatusCode}.")),
        };
    }

    private async Task<StorageError?> RefusalAsync(GateRequest request, ContainerPolicy policy)
    {
        if (request.Operation == GateOperation.Append && policy.AllowsProtectedAppends) return null;
        // Then Azurite itself refuses to overwrite, and the commonest write costs no call more.
        if (request.Operation == GateOperation.Overwrite && request.OnlyCreates) return null;
        if (await LastModifiedAsync(request.Path) is not { } lastModified) return null;
        return request.Operation == GateOperation.Delete && lastModified + policy.Retention <= Now
            ? null
            : StorageError.ImmutableDueToPolicy;
    }
}
