using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>Every event that the ledger of an incident, and the register of incidents, can hold.</summary>
public static class IncidentEvents
{
    /// <summary>Reads and writes them.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [IncidentOpened.EventName] = typeof(IncidentOpened),
        [IncidentSettled.EventName] = typeof(IncidentSettled),
        [IncidentSighted.EventName] = typeof(IncidentSighted),
        [EffectsFound.EventName] = typeof(EffectsFound),
        [ClockStarted.EventName] = typeof(ClockStarted),
        [ClockReminded.EventName] = typeof(ClockReminded),
        [ClockMissed.EventName] = typeof(ClockMissed),
        [NoticeDrafted.EventName] = typeof(NoticeDrafted),
        [NoticeSent.EventName] = typeof(NoticeSent),
        [NoticeWaived.EventName] = typeof(NoticeWaived),
        [MeasureTaken.EventName] = typeof(MeasureTaken),
        [ClosingProposed.EventName] = typeof(ClosingProposed),
        [ClosingRejected.EventName] = typeof(ClosingRejected),
        [IncidentClosed.EventName] = typeof(IncidentClosed),
    });
}
