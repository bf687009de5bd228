using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>A partner that an incident concerns.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="State">Its state; null where it is not registered.</param>
/// <param name="Sent">Whether data concerned came from it.</param>
/// <param name="Received">Whether keys to data concerned were handed to it.</param>
/// <param name="Facts">What clocks rest on: <c>partner-led</c> (a controller under the directive) and <c>partner-cets224</c> (its data came under that protocol).</param>
public sealed record AffectedPartner(PartnerId Partner, StateCode? State, bool Sent, bool Received, IReadOnlyList<string> Facts);
