using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>Works out from the ledgers what an incident concerns.</summary>
public sealed class FindAffected(
    CaseJournal journal, ILedgerStore ledgers, IProjectionStore projections, PartnerRegister partners, PolicySet policy, HomeAuthority home, TimeProvider time)
{
    /// <summary>Whether finding it reads every ledger or every projection, which is not done for each look at a clock.</summary>
    internal static bool IsWide(IncidentOpened opened) => opened.Case is null && (opened.Officer is not null || opened.Partner is not null);

    /// <summary>
    /// The material concerned. Of an officer that is what the officer read; of a partner, what was handed to it; else the item with what is derived
    /// from it, or all that the case holds. What is erased is not among it.
    /// </summary>
    /// <param name="opened">The incident.</param>
    /// <param name="only">Only what came from this partner or was handed to it; null for all: one partner is not told of another's data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Something could not be read.</exception>
    internal async Task<AffectedMaterial> RunAsync(IncidentOpened opened, PartnerId? only, CancellationToken cancellationToken)
    {
        PartnerRegisterState registered = await partners.ReadAsync(cancellationToken);
        var sum = new AffectedSum(registered.Partners, policy, home.State, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), only);
        if (opened.Case is { } @case)
            await AddAsync(sum, opened, @case, cancellationToken);
        else if (opened.Officer is not null)
            await AddAllReadAsync(sum, opened, cancellationToken);
        else if (opened.Partner is { } partner)
            await AddAllHandedOutAsync(sum, opened, partner, cancellationToken);
        return sum.Material;
    }

    private async Task AddAllReadAsync(AffectedSum sum, IncidentOpened opened, CancellationToken cancellationToken)
    {
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            if (CaseId.TryParse(ledger.Name, out CaseId @case))
                await AddAsync(sum, opened, @case, cancellationToken);
        }
    }

    private async Task AddAllHandedOutAsync(AffectedSum sum, IncidentOpened opened, PartnerId partner, CancellationToken cancellationToken)
    {
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
        {
            if (Recipients.MayInclude(found.Tags, partner))
                await AddAsync(sum, opened, found.Case, cancellationToken);
        }
    }

    private async Task AddAsync(AffectedSum sum, IncidentOpened opened, CaseId @case, CancellationToken cancellationToken)
    {
        IReadOnlySet<ItemId>? read = null;
        if (opened.Officer is { } officer)
        {
            read = ReadBy(officer, await ledgers.ReadAsync(@case.ToString(), 0, cancellationToken));
            if (read.Count == 0 && opened.Case is null)
                return;
        }

        try
        {
            if ((await journal.LoadAsync(@case, cancellationToken)).State is { } state)
                sum.Add(state, opened, read);
            else
                sum.AddUnread(@case);
        }
        catch (Exception unreadable) when (unreadable is LedgerBrokenException or RefusedException)
        {
            sum.AddUnread(@case);
        }
    }

    // A ledger that does not hold together is not read: an incident of its own is open for it.
    private static HashSet<ItemId> ReadBy(OfficerId officer, byte[] ledger)
    {
        string actor = $"officer:{officer}";
        HashSet<ItemId> read = [];
        if (ledger.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"\"{actor}\"")) < 0)
            return read;
        try
        {
            foreach ((LedgerLine line, _) in LedgerReader.Read(ledger))
            {
                if (line.Actor == actor && CaseEvents.Codec.Decode(line) is ItemConsulted consulted)
                    read.Add(consulted.Item);
            }
        }
        catch (Exception broken) when (broken is LedgerFormatException or CaseHistoryException)
        {
            return read;
        }

        return read;
    }
}
