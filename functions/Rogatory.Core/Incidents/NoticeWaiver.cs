using Rogatory.Core.Access;

namespace Rogatory.Core.Incidents;

/// <summary>Which notice is not sent, and on what.</summary>
/// <param name="Kind">To whom it would go.</param>
/// <param name="Partner">The partner that it would go to; null where it is none.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Citation">The article relied on; for a restriction the point of LED art. 13(3).</param>
/// <param name="Until">For a restriction, and for nothing else, the day in UTC from which the clock runs again: at most a year ahead.</param>
public sealed record NoticeWaiver(NoticeKind Kind, PartnerId? Partner, WaiverGround Ground, string Citation, DateOnly? Until = null);
