using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>A clock of an incident.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="Notice">The notice that it waits for.</param>
/// <param name="Partner">The partner that the notice goes to.</param>
/// <param name="Due">When it runs out.</param>
/// <param name="Citation">The article.</param>
/// <param name="Verified">Whether the article sets the hours.</param>
/// <param name="State"><c>running</c>, <c>reminded</c>, <c>missed</c> or <c>stopped</c>; one that was missed stays so until it is stopped.</param>
/// <param name="WasMissed">Whether it ran out before a notice was sent.</param>
public sealed record IncidentClockView(
    string Clock, NoticeKind Notice, string? Partner, DateTimeOffset Due, string Citation, bool Verified, string State, bool WasMissed)
{
    public static IncidentClockView Of(IncidentClock one) => new(
        one.Started.Clock, one.Started.Notice, one.Started.Partner?.ToString(), one.Started.Due, one.Started.Citation, one.Started.Verified, StateOf(one), one.IsMissed);

    private static string StateOf(IncidentClock one) => one switch
    {
        { IsStopped: true } => "stopped",
        { IsMissed: true } => "missed",
        { IsReminded: true } => "reminded",
        _ => "running",
    };
}
