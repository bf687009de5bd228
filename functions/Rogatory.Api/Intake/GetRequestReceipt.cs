using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core;

namespace Rogatory.Api.Intake;

public sealed class GetRequestReceipt(AccessGate gate, CaseJournal journal, IStatementStore statements)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.GetRequestReceipt, cancellationToken);
        CaseState state = await journal.GetAsync(Parse.Case(@case), cancellationToken);
        if (!state.IsFrom(caller.Partner))
            throw CaseJournal.NotFound();
        if (state.Receipt is null)
            throw new RefusedException("receipt-not-ready", "The receipt is issued once every declared item is sealed.");
        byte[] receipt = await statements.ReadAsync(IssueReceipt.NameOf(state.Case), cancellationToken)
            ?? throw new StorageUnavailableException("statements");
        return Results.Bytes(receipt, "application/jose");
    }
}
