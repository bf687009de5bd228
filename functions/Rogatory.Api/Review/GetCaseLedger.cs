using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Api.Review;

public sealed class GetCaseLedger(AccessGate gate, Space space, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetCaseLedger, AccessTarget.OfCase(@case), cancellationToken);
        CaseId id = Parse.Case(@case);
        space.RefuseOther(id);
        byte[] ledger = await ledgers.ReadAsync(id.ToString(), 0, cancellationToken);
        return ledger.Length > 0 ? Results.Bytes(ledger, "application/jsonl") : throw CaseJournal.NotFound();
    }
}
