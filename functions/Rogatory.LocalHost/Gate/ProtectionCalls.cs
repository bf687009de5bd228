using System.Net;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Set and Delete Immutability Policy, and Set Legal Hold, which Azurite knows but does not implement: its 501 says that the caller
/// is who it says it is and may do this. Nothing is decided before that.
/// </summary>
internal sealed class ProtectionCalls(GateOptions options, Upstream upstream, ProtectionState state, WriteGuard guard, BlobLocks locks, ContainerTurns containers)
{
    /// <summary>Null once the answer is under way, else why the call is refused.</summary>
    public async Task<StorageError?> RunAsync(HttpContext context, GateRequest request)
    {
        using var copy = Relay.Copy(context, request, upstream);
        using var answer = await upstream.SendAsync(copy, context.RequestAborted);
        if (answer.StatusCode != HttpStatusCode.NotImplemented)
        {
            Relay.CopyHead(answer, context);
            await Relay.CopyBodyAsync(answer, context);
            return null;
        }
        if (!request.NamesCurrentBlob) return StorageError.InvalidParameter("snapshot or versionid");

        using var turn = await locks.EnterAsync(request.Path, context.RequestAborted);
        using var setting = containers.TryEnterSetting(request.Path);
        if (setting is null) return StorageError.ContainerBeingDeleted;
        await state.EnsureCurrentAsync();
        if (await guard.LastModifiedAsync(request.Path) is not { } lastModified) return StorageError.BlobNotFound;
        if (request.Headers.IfUnmodifiedSince is [{ } since] && !(DateTimeOffset.TryParse(since, out var time) && lastModified <= time))
            return StorageError.ConditionNotMet;
        var (changed, refusal) = Change(request, await guard.CurrentAsync(request.Path));
        if (changed is null) return refusal;
        await state.SetAsync(request.Path, changed);
        Answer(answer, context, request.Operation, changed);
        return null;
    }

    private (Protection? Changed, StorageError? Refusal) Change(GateRequest request, Protection current)
    {
        switch (request.Operation)
        {
            case GateOperation.RemovePolicy:
                return current.WithoutPolicy();
            case GateOperation.SetLegalHold:
                var (hold, badHold) = ProtectionHeaders.ReadLegalHold(request.Headers);
                return hold is null ? (null, badHold) : (current with { LegalHold = hold.Value }, null);
            default:
                var (policy, badPolicy) = ProtectionHeaders.ReadPolicy(request.Headers, options.Clock.GetUtcNow());
                return policy is null ? (null, badPolicy) : current.WithPolicy(policy.Until!.Value, policy.Locked);
        }
    }

    private static void Answer(HttpResponseMessage answer, HttpContext context, GateOperation operation, Protection changed)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = 0;
        foreach (var name in (string[])["x-ms-request-id", "x-ms-version", "Date"])
        {
            if (answer.Headers.NonValidated.TryGetValues(name, out var values)) response.Headers[name] = values.ToArray();
        }
        var clientRequestId = context.Request.Headers["x-ms-client-request-id"];
        if (clientRequestId.Count > 0) response.Headers["x-ms-client-request-id"] = clientRequestId;
        if (operation == GateOperation.SetPolicy) ProtectionHeaders.WritePolicy(response.Headers, changed);
        if (operation == GateOperation.SetLegalHold) ProtectionHeaders.WriteLegalHold(response.Headers, changed);
    }
}
