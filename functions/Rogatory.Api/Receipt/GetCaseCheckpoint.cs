using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core;

namespace Rogatory.Api.Receipt;

/// <summary>Proves to who checks ledgers that a case stands in the newest checkpoint.</summary>
public sealed class GetCaseCheckpoint(AccessGate gate, CaseJournal journal, Checkpoints checkpoints)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetCaseCheckpoint, AccessTarget.OfCase(@case), cancellationToken);
        CaseState state = await journal.GetAsync(Parse.Case(@case), cancellationToken);
        CheckpointProof proof = await checkpoints.ProveAsync(state.Case, cancellationToken)
            ?? throw new RefusedException("checkpoint-not-made", "No checkpoint covers the case yet. One is made every hour, and the next takes it in.");
        return Results.Json(new CaseCheckpointView(proof.Statement, proof.Case.ToString(), proof.Size, proof.Root, proof.Index, proof.Path), ApiJson.Options);
    }
}
