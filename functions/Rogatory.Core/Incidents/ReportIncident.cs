using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>A person reports an incident: an officer, or a partner about data that it sent or was handed.</summary>
public sealed class ReportIncident(
    CaseJournal journal, OpenIncident open, IncidentRegister register, IncidentWords words, WatchIncidents watch, OfficerRegister officers, FoundingAdmins founders,
    IPartnerDirectory partners, PolicySet policy, TimeProvider time)
{
    // Of one partner in one case, so that who reports each item for each cause can't fill the register.
    private const int MostOpen = 50;

    private static readonly TimeSpan OldestAwareness = TimeSpan.FromDays(366);

    private readonly IncidentPolicy _policy = policy.Incidents ?? throw new PolicyException("Incidents.incidents.json", "there is no pack of incidents");

    /// <summary>An officer reports it. The same report again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>incident-malformed</c>, <c>reasons-required</c>, <c>case-not-found</c>, <c>item-not-found</c>, <c>partner-not-found</c>,
    /// <c>officer-not-found</c>, <c>too-many-reports</c>.</exception>
    public async Task<IncidentState> ByOfficerAsync(
        OfficerId officer, IncidentCause cause, IncidentPlace place, LawRegime regime, DateTimeOffset? awareAt, string description, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        Check(cause, awareAt, description);
        if (place.Item is not null && place.Case is null)
            throw RefusedException.Malformed("incident-malformed", "/case", "An item is named with its case.");
        if (place.Case is { } @case && await FindAsync(@case, cancellationToken) is { } state && place.Item is { } item && state.Find(item) is null)
            throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");
        await RefuseUnknownAsync(place, cancellationToken);
        return await RunAsync(new IncidentReport(cause, place, $"officer:{officer}") { AwareAt = awareAt, Regime = regime }, description, cancellationToken);
    }

    /// <summary>A partner reports it, about what it sent in the case or was handed from it. The same report again changes nothing.</summary>
    /// <exception cref="RefusedException">As for an officer; <c>case-not-found</c> also where nothing of the case came from the partner or was handed to it.</exception>
    public async Task<IncidentState> ByPartnerAsync(
        PartnerId partner, IncidentCause cause, CaseId @case, ItemId? item, DateTimeOffset? awareAt, string description, CancellationToken cancellationToken)
    {
        Check(cause, awareAt, description);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        ItemId[] handed = [.. state.Disclosures.Where(one => one.Partner == partner && one.HasLeftUs).SelectMany(one => one.Proposal.Items)];
        if (!state.IsFrom(partner) && handed.Length == 0)
            throw CaseJournal.NotFound();
        if (item is { } named && !handed.Contains(named) && !(state.IsFrom(partner) && state.IsFromPartner(named) && state.Find(named) is not null))
            throw new RefusedException("item-not-found", "No such item of the case came from you or was handed to you.");
        var report = new IncidentReport(cause, new IncidentPlace(@case, item, partner), $"partner:{partner}") { AwareAt = awareAt };
        return await RunAsync(report, description, cancellationToken);
    }

    private async Task<IncidentState> RunAsync(IncidentReport report, string description, CancellationToken cancellationToken)
    {
        IncidentRegisterState registered = await register.LoadAsync(cancellationToken);
        if (registered.FindOpen(report.Cause, report.Place) is { } known)
        {
            IncidentState found = await open.BeginAsync(known, report.Actor, cancellationToken);
            if (found.Reports.Count >= IncidentState.MostReports)
                throw OpenIncident.TooManyReports();
            foreach (SealedWords said in found.Reports)
            {
                if (await words.HoldsAsync(said, description, cancellationToken))
                    return await watch.LookAsync(found, cancellationToken);
            }
        }
        else if (report.Place is { Partner: { } partner, Case: { } @case } && registered.Open.Count(one => one.Partner == partner && one.Case == @case && one.Words is not null) >= MostOpen)
        {
            throw OpenIncident.TooManyReports();
        }

        SealedWords sealedWords = await words.SealAsync(report.Place.Case, "", description, report.Actor, cancellationToken);
        IncidentState opened = await open.RunAsync(report with { Words = sealedWords }, cancellationToken);
        return await watch.LookAsync(opened, cancellationToken);
    }

    // A mistyped id would leave whom it is about out of nothing. A register that does not hold together keeps nobody from reporting.
    private async Task RefuseUnknownAsync(IncidentPlace place, CancellationToken cancellationToken)
    {
        try
        {
            if (place.Partner is { } partner && (await partners.FindStandingAsync(partner, cancellationToken)).Status == PartnerStatus.NotRegistered)
                throw new RefusedException("partner-not-found", "No such partner is registered. Where the incident is about somebody else, say so in the description.");
            if (place.Officer is { } officer && !founders.Include(officer) && (await officers.GetAsync(cancellationToken)).Find(officer) is null)
                throw new RefusedException("officer-not-found", "The register has no such officer. Where the incident is about somebody else, say so in the description.");
        }
        catch (LedgerBrokenException)
        {
            // It becomes an incident of its own with the next patrol.
        }
    }

    private async Task<CaseState?> FindAsync(CaseId @case, CancellationToken cancellationToken)
    {
        try
        {
            return (await journal.LoadAsync(@case, cancellationToken)).State ?? throw CaseJournal.NotFound();
        }
        catch (LedgerBrokenException)
        {
            return null;
        }
    }

    private void Check(IncidentCause cause, DateTimeOffset? awareAt, string description)
    {
        if (!_policy.Of(cause).Reportable)
            throw RefusedException.Malformed("incident-malformed", "/cause", "The program finds such incidents itself. Name a cause that people report.");
        DateTimeOffset now = time.GetUtcNow();
        if (awareAt > now || awareAt < now - OldestAwareness)
            throw RefusedException.Malformed("incident-malformed", "/awareAt", "A time within the last year is expected.");
        ApproveDisclosure.CheckReasons(description);
    }
}
