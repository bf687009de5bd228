using Rogatory.Core.Incidents;

namespace Rogatory.Core.Policy;

/// <summary>What raises the severity of an incident.</summary>
/// <param name="Id">Its id.</param>
/// <param name="When">The facts that must all hold.</param>
/// <param name="Severity">The severity that it is at least then.</param>
/// <param name="Citation">The article that it rests on.</param>
/// <param name="Verified">Whether the text was read.</param>
/// <param name="Message">Why, in a sentence.</param>
internal sealed record SeverityRule(string Id, IReadOnlyList<string> When, IncidentSeverity Severity, string Citation, bool Verified, string Message);
