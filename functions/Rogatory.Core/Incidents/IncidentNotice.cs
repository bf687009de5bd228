namespace Rogatory.Core.Incidents;

/// <summary>A notice of an incident, and what became of it.</summary>
public sealed record IncidentNotice
{
    /// <summary>As it was drafted.</summary>
    public required NoticeDrafted Drafted { get; init; }

    /// <summary>When the draft was recorded.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>That it was sent; null while it is a draft.</summary>
    public NoticeSent? Sent { get; init; }

    /// <summary>Who sent it.</summary>
    public string? SentBy { get; init; }

    /// <summary>The id of the clock that it stops.</summary>
    public string Clock => IncidentDecider.ClockOf(Drafted.Kind, Drafted.Partner);
}
