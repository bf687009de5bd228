using Microsoft.AspNetCore.Http.Features;

namespace Rogatory.LocalHost.Gate;

/// <summary>One request through the gate.</summary>
internal sealed class GateHandler(GateOptions options, Upstream upstream, ProtectionState state, OperationCounts counts)
{
    /// <summary>No account can have this name, so no storage call can mean this path.</summary>
    public const string OperationsPath = "/-/operations";

    private readonly BlobLocks _locks = new();
    private readonly ContainerTurns _containers = new();

    public async Task HandleAsync(HttpContext context)
    {
        StorageError? refusal;
        try
        {
            refusal = await RunAsync(context);
        }
        catch (UpstreamUnavailableException) when (!context.Response.HasStarted)
        {
            refusal = StorageError.Unavailable;
        }
        if (refusal is null) return;
        context.Response.Clear();
        await refusal.WriteAsync(context, options.Clock.GetUtcNow());
    }

    private async Task<StorageError?> RunAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target == OperationsPath)
        {
            await context.Response.WriteAsJsonAsync(counts.Snapshot(), context.RequestAborted);
            return null;
        }
        var (request, refusal) = GateRequest.Read(context.Request, target);
        if (request is null) return refusal;
        if (request.Path.Account == options.Accounts[0].Name && request.Path.Container == GateServer.StateContainer) return StorageError.GateState;
        counts.Count(request);

        var guard = new WriteGuard(options, upstream, state);
        switch (request.Operation)
        {
            case GateOperation.PassOn or GateOperation.ReadBlob or GateOperation.ReadMetadata or GateOperation.ListBlobs:
                await ReadAsync(context, request);
                return null;
            case GateOperation.SetPolicy or GateOperation.RemovePolicy or GateOperation.SetLegalHold:
                return await new ProtectionCalls(options, upstream, state, guard, _locks, _containers).RunAsync(context, request);
            case GateOperation.PutBlockFromUrl:
                return await new PutBlockFromUrl(upstream).RunAsync(context, request);
            case GateOperation.DeleteContainer:
                return await new GuardedWrites(options, upstream, state, guard, _locks, _containers).DeleteContainerAsync(context, request);
            default:
                return await new GuardedWrites(options, upstream, state, guard, _locks, _containers).RunAsync(context, request);
        }
    }

    private async Task ReadAsync(HttpContext context, GateRequest request)
    {
        if (request.Operation is GateOperation.ReadBlob or GateOperation.ListBlobs) await state.LoadAsync();
        using var copy = Relay.Copy(context, request, upstream);
        using var answer = await upstream.SendAsync(copy, context.RequestAborted);
        var operation = answer.IsSuccessStatusCode ? request.Operation : GateOperation.PassOn;
        Relay.CopyHead(answer, context, withoutBody: operation == GateOperation.ReadMetadata);
        switch (operation)
        {
            case GateOperation.ReadMetadata:
                return;
            case GateOperation.ListBlobs:
                context.Response.ContentLength = null;
                await new ListedProtections(state, request).CopyAsync(await answer.Content.ReadAsStreamAsync(context.RequestAborted), context.Response.Body);
                return;
            case GateOperation.ReadBlob when request.NamesCurrentBlob:
                var protection = state.Of(request.Path);
                ProtectionHeaders.WritePolicy(context.Response.Headers, protection);
                if (!protection.IsNone) ProtectionHeaders.WriteLegalHold(context.Response.Headers, protection);
                break;
        }
        await Relay.CopyBodyAsync(answer, context);
    }
}
