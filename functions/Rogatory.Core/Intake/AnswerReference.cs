using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>How a partner says that what it sends answers a request of ours, within a format that has no member for it: by its reference.</summary>
public static class AnswerReference
{
    private const string Prefix = "re ";
    private const int CaseCharacters = 14;

    /// <summary>The case that a reference names: <c>re </c>, the case's id and, behind a space, whatever the sender likes. Null for any other reference.</summary>
    public static CaseId? CaseOf(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        const int End = CaseCharacters + 3;
        return reference.StartsWith(Prefix, StringComparison.Ordinal) && reference.Length >= End && (reference.Length == End || reference[End] == ' ')
            && CaseId.TryParse(reference[Prefix.Length..End], out CaseId @case)
            ? @case
            : null;
    }
}
