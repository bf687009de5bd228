using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Risk;

/// <summary>What an assessment rests on beside the case itself.</summary>
/// <param name="Policy">The rules and law tables.</param>
/// <param name="Home">The state of the home authority.</param>
/// <param name="Partners">The partner register, by id.</param>
/// <param name="Incidents">The incidents that are open, and about a case or a partner.</param>
public sealed record RiskSources(
    PolicySet Policy, StateCode Home, IReadOnlyDictionary<string, RegisteredPartner> Partners, IReadOnlyList<RiskIncident> Incidents);
