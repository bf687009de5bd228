using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>An incident as a partner reports it, about what it sent in the case or was handed from it.</summary>
public sealed record IncidentReportBody(IncidentCause Cause, string Case, string Description, string? Item = null, DateTimeOffset? AwareAt = null);
