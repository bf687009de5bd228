using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Why a notice is not sent; until when, for a restriction.</summary>
public sealed record WaiverBody(NoticeKind Kind, WaiverGround Ground, string Citation, string Reasons, string? Partner = null, DateOnly? Until = null);
