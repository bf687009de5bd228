using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Api.Receipt;

/// <summary>Proves to who checks ledgers that a case stands in the newest checkpoint.</summary>
public sealed class GetCaseCheckpoint(OfficerAuthentication officers, CaseJournal journal, Checkpoints checkpoints)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo);
        CaseState state = await journal.GetAsync(Parse.Case(@case), cancellationToken);
        CheckpointProof proof = await checkpoints.ProveAsync(state.Case, cancellationToken)
            ?? throw new RefusedException("checkpoint-not-made", "The case is younger than the newest checkpoint. One is made every hour, and the next takes it in.");
        return Results.Json(new CaseCheckpointView(proof.Statement, proof.Case.ToString(), proof.Size, proof.Root, proof.Index, proof.Path), ApiJson.Options);
    }
}
