using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Policy;
using Rogatory.Core.Risk;
using Rogatory.Core;

namespace Rogatory.Api.Risk;

public sealed class GetRisk(AccessGate gate, CaseJournal journal, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetRisk, AccessTarget.OfCase(@case), cancellationToken);
        CaseState state = await journal.GetAsync(Parse.Case(@case), cancellationToken);
        RiskState risk = state.Risk;
        if (risk.Newest is not { } newest)
            throw new RefusedException("risk-not-assessed", "The case's risk is assessed once everything that was declared is sealed. Ask again then.");
        // The facts on record, explained by the rules in use: where the rules were changed since, the next look records what follows.
        RiskAssessment explained = RiskCheck.Assess(RiskFacts.From(newest.Facts), policy, DateOnly.FromDateTime(risk.At!.Value.UtcDateTime));
        return Results.Json(RiskView.Of(@case, ClassificationDecider.IsAnyDue(state) || risk.IsBehind(state), newest, risk.At.Value, explained), ApiJson.Options);
    }
}
