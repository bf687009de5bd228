using Rogatory.Core.Policy;

namespace Rogatory.Core.Intake;

/// <summary>A person whom the request concerns.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">One of <see cref="RequestVocabulary.PersonRoles"/>.</param>
/// <param name="Nationality">The state whose national the person is.</param>
/// <param name="Born">The date of birth.</param>
/// <param name="Minor">Whether the person is a minor.</param>
/// <param name="Address">Where the person lives or is found.</param>
public sealed record PersonConcerned(string? Name, string? Role, StateCode? Nationality, DateOnly? Born, bool? Minor, string? Address)
{
    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(PersonConcerned);
}
