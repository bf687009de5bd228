using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Retention;
using Rogatory.Ledger;

namespace Rogatory.Api.Reports;

/// <summary>The ledger of a register by which officers, partners and storage are watched; whom it names as looked into is not handed it.</summary>
public sealed class GetRegisterLedger(AccessGate gate, IncidentRegister incidents, SignalRegister signals, ILedgerStore ledgers)
{
    private static readonly string[] Names =
        [IncidentRegister.LedgerName, KeyRegister.LedgerName, PatrolRegister.LedgerName, RefusalRegister.LedgerName, SignalRegister.LedgerName];

    public async Task<IResult> HandleAsync(HttpRequest request, string register, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetRegisterLedger, AccessTarget.None, cancellationToken);
        if (!Names.Contains(register))
            throw new RefusedException("register-not-found", $"There is no such register. There are {string.Join(", ", Names)}.");
        if (await NamesAsync(register, caller.Officer, cancellationToken))
            throw IncidentState.Concerned();
        return Results.Bytes(await ledgers.ReadAsync(register, 0, cancellationToken), "application/jsonl");
    }

    // One that does not hold together is handed out all the same: whoever looks into that has to see it.
    private async Task<bool> NamesAsync(string register, OfficerId officer, CancellationToken cancellationToken)
    {
        try
        {
            return register switch
            {
                IncidentRegister.LedgerName => (await incidents.LoadAsync(cancellationToken)).All.Exists(one => one.Officer == officer),
                SignalRegister.LedgerName => (await signals.LoadAsync(cancellationToken)).Raised.Any(one => one.IsAbout(officer)),
                _ => false,
            };
        }
        catch (LedgerBrokenException)
        {
            return false;
        }
    }
}
