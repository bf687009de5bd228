using Rogatory.Core.Incidents;

namespace Rogatory.Core.Policy;

/// <summary>A clock of incidents. One that rests on a fact of a partner runs for each such partner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Notice">The notice that it waits for.</param>
/// <param name="When">The facts that must all hold.</param>
/// <param name="Hours">How long it runs from when somebody became aware.</param>
/// <param name="RemindHours">How long before it runs out somebody is reminded.</param>
/// <param name="Citation">The article.</param>
/// <param name="Verified">Whether the article sets the hours, and was read.</param>
/// <param name="Message">What is to be done, in a sentence.</param>
internal sealed record IncidentClockRule(
    string Id, NoticeKind Notice, IReadOnlyList<string> When, int Hours, int RemindHours, string Citation, bool Verified, string Message)
{
    /// <summary>Whether it runs for partners.</summary>
    public bool IsOfPartners => When.Any(fact => fact.StartsWith(IncidentPolicy.PartnerFact, StringComparison.Ordinal));
}
