using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>What the ledger of an incident comes to. Ids, codes and digests only.</summary>
public sealed record IncidentState : IFolded
{
    /// <summary>The most sightings with words that are recorded, so that who reports again and again can't fill the ledger.</summary>
    public const int MostReports = 50;

    /// <summary>As it was opened.</summary>
    public required IncidentOpened Opened { get; init; }

    /// <summary>When that was recorded.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When the first of all who reported it became aware: the instant that its clocks count from.</summary>
    public required DateTimeOffset AwareAt { get; init; }

    /// <summary>How often the same was met again.</summary>
    public int Sightings { get; init; }

    /// <summary>When the same was met last; when it was opened, while it was not.</summary>
    public required DateTimeOffset SightedAt { get; init; }

    /// <summary>What people wrote who reported it, in the order of their reports.</summary>
    public ImmutableList<SealedWords> Reports { get; init; } = [];

    /// <summary>What is affected; null until that was looked for.</summary>
    public EffectsFound? Effects { get; init; }

    /// <summary>The clocks that were started.</summary>
    public ImmutableList<IncidentClock> Clocks { get; init; } = [];

    /// <summary>The notices drafted, in the order of their numbers.</summary>
    public ImmutableList<IncidentNotice> Notices { get; init; } = [];

    /// <summary>What is not sent, with the grounds.</summary>
    public ImmutableList<NoticeWaived> Waivers { get; init; } = [];

    /// <summary>What was done against it, in that order.</summary>
    public ImmutableList<MeasureTaken> Measures { get; init; } = [];

    /// <summary>How many closings were proposed; each is known by its number.</summary>
    public int Closings { get; init; }

    /// <summary>The closing that waits for another officer, the last that was proposed; null where none does.</summary>
    public ClosingProposed? Closing { get; init; }

    /// <summary>Who proposed to close it.</summary>
    public string? ClosingBy { get; init; }

    /// <summary>That it was closed; null while it is open.</summary>
    public IncidentClosed? Closed { get; init; }

    /// <summary>Who closed it.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <summary>The incident.</summary>
    public IncidentId Incident => Opened.Incident;

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed => ClosedAt is not null;

    /// <summary>How bad it is.</summary>
    public IncidentSeverity Severity => Effects?.Severity ?? Opened.Severity;

    /// <summary>The earliest instant at which a clock that runs wants somebody; null when none runs.</summary>
    public DateTimeOffset? NextDue => Clocks.Where(one => !one.IsStopped && !one.IsMissed).Select(one => (DateTimeOffset?)one.Started.Due).Min();

    /// <summary>Whether it is about the officer: as it was opened, or by a measure that was taken against it.</summary>
    public bool Concerns(OfficerId officer) =>
        Opened.Officer == officer || Measures.Exists(one => one.Measure == ContainmentMeasure.SuspendOfficer && one.Officer == officer);

    /// <summary>Refuses an officer whom it is about.</summary>
    /// <exception cref="RefusedException"><c>own-incident</c>.</exception>
    public void RefuseConcerned(OfficerId officer)
    {
        if (Concerns(officer))
            throw Concerned();
    }

    /// <summary>The answer to an officer whom it is about.</summary>
    public static RefusedException Concerned() => new("own-incident", "The incident is about you: another officer looks into it.");

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The clock, or null.</summary>
    public IncidentClock? Find(string clock) => Clocks.Find(one => one.Started.Clock == clock);

    /// <summary>The notice, or null.</summary>
    public IncidentNotice? FindNotice(int number) => number >= 1 && number <= Notices.Count ? Notices[number - 1] : null;

    /// <summary>Which phase the next notice of a kind to the same is: one more than were sent.</summary>
    public int PhaseOf(NoticeKind kind, PartnerId? partner) => Notices.Count(one => one.Sent is not null && one.Drafted.Kind == kind && one.Drafted.Partner == partner) + 1;

    /// <summary>The state after the first line.</summary>
    /// <exception cref="CaseHistoryException">The first line opens no incident.</exception>
    public static IncidentState Open(LedgerEvent happened, long seq, DateTimeOffset at, string actor) => happened is IncidentOpened opened
        ? new IncidentState
        {
            Opened = opened,
            OpenedAt = at,
            OpenedBy = actor,
            AwareAt = opened.AwareAt,
            SightedAt = at,
            Reports = opened.Words is { } words ? [words] : [],
            Commands = [opened.Command.ToString()],
        }
        : throw new CaseHistoryException(seq, "an incident begins with its opening");

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    public IncidentState Apply(LedgerEvent happened, long seq, DateTimeOffset at, string actor)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return TryApply(happened, at, actor) ?? throw new CaseHistoryException(seq, "its event cannot happen to the incident as it stands");
    }

    /// <summary>The state after one more line, or null when the event cannot happen here.</summary>
    public IncidentState? TryApply(LedgerEvent happened, DateTimeOffset at, string actor)
    {
        ArgumentNullException.ThrowIfNull(happened);
        IncidentState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            _ when IsClosed => null,
            IncidentSighted one => next with
            {
                Sightings = Sightings + 1,
                SightedAt = at,
                AwareAt = one.AwareAt < AwareAt ? one.AwareAt.Value : AwareAt,
                Reports = one.Words is { } words ? Reports.Add(words) : Reports,
            },
            EffectsFound one when one.Severity >= Severity => next with { Effects = one },
            ClockStarted one when Find(one.Clock) is null => next with { Clocks = Clocks.Add(new IncidentClock { Started = one, IsStopped = IsNotified(one.Clock) }) },
            ClockStarted one when Find(one.Clock) is { } clock && clock.CanRestart(one) => next.With(new IncidentClock { Started = one, IsResumed = clock.WaivedUntil is not null }),
            ClockReminded one when Find(one.Clock) is { IsStopped: false, IsReminded: false } clock => next.With(clock with { IsReminded = true }),
            ClockMissed one when Find(one.Clock) is { IsStopped: false, IsMissed: false } clock => next.With(clock with { IsMissed = true }),
            NoticeDrafted one when one.Number == Notices.Count + 1 && one.Phase == PhaseOf(one.Kind, one.Partner) =>
                next with { Notices = Notices.Add(new IncidentNotice { Drafted = one, DraftedAt = at }) },
            NoticeSent one when FindNotice(one.Number) is { Sent: null } draft && draft.Drafted.Digest == one.Digest && draft.Drafted.Phase == PhaseOf(draft.Drafted.Kind, draft.Drafted.Partner) =>
                next.Stop(draft.Clock) with { Notices = Notices.SetItem(one.Number - 1, draft with { Sent = one, SentBy = actor }) },
            ClosingProposed one when Closing is null => next with { Closings = Closings + 1, Closing = one, ClosingBy = actor },
            ClosingRejected when Closing is not null && ClosingBy != actor => next with { Closing = null, ClosingBy = null },
            IncidentClosed one when MayClose(one, actor) =>
                next with { Closed = one, ClosedBy = actor, ClosedAt = at },
            MeasureTaken one => next with { Measures = Measures.Add(one) },
            NoticeWaived one => next.Stop(IncidentDecider.ClockOf(one.Kind, one.Partner), one) with { Waivers = Waivers.Add(one) },
            _ => null,
        };
    }

    /// <summary>Whether a notice of that clock was sent, which can be before the clock is known to run.</summary>
    internal bool IsNotified(string clock) => Notices.Exists(notice => notice.Sent is not null && notice.Clock == clock);

    private bool MayClose(IncidentClosed one, string actor) => Closing is { } proposed
        ? one.Words == proposed.Words && one.Reasons is not null && ClosingBy != actor
        : one.Reasons is null && Severity != IncidentSeverity.High;

    private IncidentState Stop(string clock, NoticeWaived? waived = null) =>
        Find(clock) is { } one ? With(one with { IsStopped = true, Waived = waived?.Ground, WaivedUntil = waived?.Until is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null }) : this;

    private IncidentState With(IncidentClock clock) =>
        this with { Clocks = Clocks.SetItem(Clocks.FindIndex(one => one.Started.Clock == clock.Started.Clock), clock) };
}
