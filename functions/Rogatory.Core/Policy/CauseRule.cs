using Rogatory.Core.Incidents;

namespace Rogatory.Core.Policy;

/// <summary>What a cause is.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Nature">What is in doubt: <c>confidentiality</c>, <c>integrity</c>, <c>availability</c>.</param>
/// <param name="Breach">Whether it is a personal data breach until shown otherwise (LED art. 3(11)).</param>
/// <param name="Severity">How bad it is by itself.</param>
/// <param name="Reportable">Whether a person can report it.</param>
/// <param name="Message">What it is in a sentence.</param>
internal sealed record CauseRule(IncidentCause Cause, IReadOnlyList<string> Nature, bool Breach, IncidentSeverity Severity, bool Reportable, string Message);
