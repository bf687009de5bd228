namespace Rogatory.Core.Policy;

/// <summary>The clock that a rule starts.</summary>
/// <param name="Id">Its id, such as <c>eio.decide</c>.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="MetBy">The events any one of which stops it; none while the event that would is not part of a case.</param>
/// <param name="Days">The limit in days of 24 hours from the trigger, which is never later than the end of the last day as law counts it; or</param>
/// <param name="Hours">in hours; or neither, when the limit is the date that the rule's field names.</param>
public sealed record RuleClock(string Id, ClockTrigger Trigger, IReadOnlyList<string> MetBy, int? Days = null, int? Hours = null)
{
    /// <summary>The limit, or null when the rule's field names it.</summary>
    public TimeSpan? Limit => Days is { } days ? TimeSpan.FromDays(days) : Hours is { } hours ? TimeSpan.FromHours(hours) : null;
}
