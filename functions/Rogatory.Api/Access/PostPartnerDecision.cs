using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Disclosure;
using Rogatory.Core.Access;
using Rogatory.Core.Risk;

namespace Rogatory.Api.Access;

public sealed class PostPartnerDecision(AccessGate gate, PartnerRegister register, WakeCases wake)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string partner, string number, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostPartnerDecision, AccessTarget.None, cancellationToken);
        PartnerDecisionBody body = await ApiJson.ReadAsync<PartnerDecisionBody>(request, MostBytes, cancellationToken);
        PartnerId id = Parse.Partner(partner);
        PartnerProposal proposal;
        if (body.Decision == ApprovalDecision.Approve)
        {
            proposal = await register.ApproveAsync(caller.Officer, id, Parse.Number(number), cancellationToken);
            await wake.RunAsync(id, cancellationToken);
        }
        else
        {
            proposal = await register.RejectAsync(caller.Officer, id, Parse.Number(number), cancellationToken);
        }

        return Results.Json(PartnerProposalView.Of(proposal), ApiJson.Options);
    }
}
