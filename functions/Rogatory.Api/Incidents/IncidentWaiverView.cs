using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>A notice that is not sent, and on what ground.</summary>
public sealed record IncidentWaiverView(NoticeKind Kind, string? Partner, WaiverGround Ground, string Citation, DateOnly? Until)
{
    public static IncidentWaiverView Of(NoticeWaived one) => new(one.Kind, one.Partner?.ToString(), one.Ground, one.Citation, one.Until);
}
