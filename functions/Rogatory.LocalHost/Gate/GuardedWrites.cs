namespace Rogatory.LocalHost.Gate;

/// <summary>The operations that change or remove what immutability may protect.</summary>
internal sealed class GuardedWrites(GateOptions options, Upstream upstream, ProtectionState state, WriteGuard guard, BlobLocks locks, ContainerTurns containers)
{
    /// <summary>Null once the answer is under way, else why the write is refused.</summary>
    public async Task<StorageError?> RunAsync(HttpContext context, GateRequest request)
    {
        using var turn = await locks.EnterAsync(request.Path, context.RequestAborted);
        if (await guard.RefusalAsync(request) is { } refusal) return refusal;
        if (request.Operation == GateOperation.Overwrite && request.HasPolicyHeaders)
        {
            var (brought, unreadable) = ProtectionHeaders.Read(request.Headers, options.Clock.GetUtcNow());
            if (brought is null) return unreadable;
            if (!brought.IsNone) return await OverwriteProtectedAsync(context, request, brought);
        }

        using var copy = Relay.Copy(context, request, upstream);
        // Not cancelled when the client goes: the turn may end only when Azurite has done with the write.
        using var answer = await upstream.SendAsync(copy, CancellationToken.None);
        if (answer.IsSuccessStatusCode && Replaces(request)) await ForgetAsync(request.Path);
        await AnswerAsync(answer, context);
        return null;
    }

    public async Task<StorageError?> DeleteContainerAsync(HttpContext context, GateRequest request)
    {
        using var turn = containers.TryEnterDelete(request.Path);
        if (turn is null) return StorageError.ImmutableDueToPolicy;
        if (await guard.ContainerRefusalAsync(request.Path) is { } refusal) return refusal;
        using var copy = Relay.Copy(context, request, upstream);
        using var answer = await upstream.SendAsync(copy, CancellationToken.None);
        if (answer.IsSuccessStatusCode)
        {
            foreach (var path in state.In(request.Path)) await ForgetAsync(path);
        }
        await AnswerAsync(answer, context);
        return null;
    }

    // The protection is stored first: were it stored after, a crash in between would leave the blob without it.
    private async Task<StorageError?> OverwriteProtectedAsync(HttpContext context, GateRequest request, Protection brought)
    {
        using var setting = containers.TryEnterSetting(request.Path);
        if (setting is null) return StorageError.ContainerBeingDeleted;
        var previous = state.Of(request.Path);
        await state.SetAsync(request.Path, brought with { Unconfirmed = true });
        using var copy = Relay.Copy(context, request, upstream);
        using var answer = await upstream.SendAsync(copy, CancellationToken.None);
        if (answer.IsSuccessStatusCode)
            state.Confirm(request.Path);
        else if ((int)answer.StatusCode < StatusCodes.Status500InternalServerError)
            await state.SetAsync(request.Path, previous);
        await AnswerAsync(answer, context);
        return null;
    }

    private static bool Replaces(GateRequest request) =>
        request.Operation == GateOperation.Overwrite ||
        (request.Operation == GateOperation.Delete && request.NamesCurrentBlob && request.Headers["x-ms-delete-snapshots"] != "only");

    // What ended with the blob protects nothing; that it could not be removed is no reason to call the write failed.
    private async Task ForgetAsync(BlobPath path)
    {
        try
        {
            await state.SetAsync(path, Protection.None);
        }
        catch (UpstreamUnavailableException)
        {
            upstream.NoteFailure();
        }
    }

    private static async Task AnswerAsync(HttpResponseMessage answer, HttpContext context)
    {
        Relay.CopyHead(answer, context);
        await Relay.CopyBodyAsync(answer, context);
    }
}
