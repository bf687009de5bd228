using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>What an officer says for a notice; what is left out is said to follow, or filled in from the ledgers.</summary>
public sealed record IncidentNoticeBody(
    NoticeKind Kind, string? Partner = null, string? Consequences = null, string? Measures = null, string? PlainWords = null, string? ContactPoint = null,
    long? Persons = null, string? Restrictions = null, string? DelayReasons = null);
