using System.Collections.Concurrent;
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
    private const int MostRemembered = 200_000;

    // What an officer read in a ledger of that length: a ledger that did not grow is not read again.
    private readonly ConcurrentDictionary<(OfficerId Officer, string Ledger), (long Length, IReadOnlySet<ItemId> Read)> _read = new();

    /// <summary>Whether finding it reads every ledger or every projection, which is not done for each look at a clock.</summary>
    internal static bool IsWide(IncidentOpened opened) => opened.Case is null && (opened.Officer is not null || opened.Partner is not null);

    /// <summary>
    /// The material concerned, as <see cref="AffectedItems"/> chooses it: in the case that is named, else in every case that the officer read in or that the partner was handed something of.
    /// </summary>
    /// <param name="incident">The incident, as far as it is known.</param>
    /// <param name="only">Only what came from this partner or was handed to it; null for all: one partner is not told of another's data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Something could not be read.</exception>
    internal async Task<AffectedMaterial> RunAsync(IncidentState incident, PartnerId? only, CancellationToken cancellationToken)
    {
        IncidentOpened opened = incident.Opened;
        PartnerRegisterState registered = await partners.ReadAsync(cancellationToken);
        var sum = new AffectedSum(registered.Partners, policy, home.State, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), only);
        if (opened.Case is { } @case)
            await AddAsync(sum, incident, @case, cancellationToken);
        else if (opened.Officer is not null)
            await AddAllReadAsync(sum, incident, cancellationToken);
        else if (opened.Partner is { } partner)
            await AddAllHandedOutAsync(sum, incident, partner, cancellationToken);
        return sum.Material;
    }

    private async Task AddAllReadAsync(AffectedSum sum, IncidentState incident, CancellationToken cancellationToken)
    {
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            if (CaseId.TryParse(ledger.Name, out CaseId @case))
                await AddAsync(sum, incident, @case, cancellationToken, ledger.Length);
        }
    }

    private async Task AddAllHandedOutAsync(AffectedSum sum, IncidentState incident, PartnerId partner, CancellationToken cancellationToken)
    {
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
        {
            if (Recipients.MayInclude(found.Tags, partner))
                await AddAsync(sum, incident, found.Case, cancellationToken);
        }
    }

    private async Task AddAsync(AffectedSum sum, IncidentState incident, CaseId @case, CancellationToken cancellationToken, long? length = null)
    {
        IReadOnlySet<ItemId>? read = null;
        if (incident.Opened.Officer is { } officer)
        {
            read = await ReadByAsync(officer, @case.ToString(), length, cancellationToken);
            if (read is null)
                sum.AddUnread(@case);
            if (read is null || (read.Count == 0 && incident.Opened.Case is null))
                return;
        }

        try
        {
            if ((await journal.LoadAsync(@case, cancellationToken)).State is { } state)
                sum.Add(state, incident, read);
            else
                sum.AddUnread(@case);
        }
        catch (Exception unreadable) when (unreadable is LedgerBrokenException or RefusedException)
        {
            sum.AddUnread(@case);
        }
    }

    private async Task<IReadOnlySet<ItemId>?> ReadByAsync(OfficerId officer, string ledger, long? length, CancellationToken cancellationToken)
    {
        if (length is not null && _read.TryGetValue((officer, ledger), out (long Length, IReadOnlySet<ItemId> Read) known) && known.Length == length)
            return known.Read;
        byte[] whole = await ledgers.ReadAsync(ledger, 0, cancellationToken);
        if (ReadBy(officer, whole) is not { } read)
            return null;
        if (_read.Count >= MostRemembered)
            _read.Clear();
        _read[(officer, ledger)] = (whole.Length, read);
        return read;
    }

    // Null of a ledger that does not hold together, whose fold may be remembered from before.
    private static HashSet<ItemId>? ReadBy(OfficerId officer, byte[] ledger)
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
            return null;
        }

        return read;
    }
}
