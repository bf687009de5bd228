using Rogatory.Core.Risk;

namespace Rogatory.Core.Intake;

/// <summary>Whom a request is about, as codes (LED art. 6): what of its persons may stand in a ledger.</summary>
internal static class RequestSubjects
{
    private const int YearsOfMinority = 18;

    /// <summary>Codes of the risk facts' <c>subjects</c>, each once and in order. A minor is one that the request calls so, or that is not of age on the day.</summary>
    public static IReadOnlyList<string> Of(RequestDocument request, DateOnly day) =>
        [.. request.Persons.SelectMany(person => CodesOf(person, day)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> CodesOf(PersonConcerned person, DateOnly day)
    {
        if (person.Minor == true || person.Born > day.AddYears(-YearsOfMinority))
            yield return "minor";
        if (person.Role is { } role)
            yield return role == "accused" ? "suspect" : RiskFacts.Knows("subjects", role) ? role : "other";
    }
}
