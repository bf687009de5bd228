using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Retention;
using Rogatory.Ledger;

namespace Rogatory.Core.Reports;

/// <summary>The ledgers of the registers by which officers, partners and storage are watched, as they are exported. The registers that say who may act have calls of their own.</summary>
public sealed class RegisterLedgers(IncidentRegister incidents, SignalRegister signals, ILedgerStore ledgers)
{
    /// <summary>The registers' names, which are their ledgers' too, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [IncidentRegister.LedgerName, KeyRegister.LedgerName, PatrolRegister.LedgerName, RefusalRegister.LedgerName, SignalRegister.LedgerName];

    /// <summary>The ledger as JSON Lines; empty before its first line. One that does not hold together is handed out all the same: whoever looks into that has to see it.</summary>
    /// <exception cref="RefusedException"><c>register-not-found</c>; <c>own-incident</c>: it names the officer as looked into.</exception>
    public async Task<byte[]> ReadAsync(OfficerId officer, string register, CancellationToken cancellationToken)
    {
        if (!Names.Contains(register))
            throw new RefusedException("register-not-found", $"There is no such register. There are {string.Join(", ", Names)}.");
        if (await NamesAsync(register, officer, cancellationToken))
            throw IncidentState.Concerned();
        return await ledgers.ReadAsync(register, 0, cancellationToken);
    }

    private async Task<bool> NamesAsync(string register, OfficerId officer, CancellationToken cancellationToken)
    {
        try
        {
            return register switch
            {
                IncidentRegister.LedgerName => (await incidents.LoadAsync(cancellationToken)).All.Exists(one => one.Officer == officer),
                SignalRegister.LedgerName => (await signals.LoadAsync(cancellationToken)).Raised.Exists(one => one.IsAbout(officer)),
                _ => false,
            };
        }
        catch (LedgerBrokenException)
        {
            return false;
        }
    }
}
