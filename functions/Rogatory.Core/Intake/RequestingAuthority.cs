namespace Rogatory.Core.Intake;

/// <summary>The authority that asks, and how to reach it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">One of <see cref="RequestVocabulary.AuthorityRoles"/>.</param>
/// <param name="Contact">Whom to ask.</param>
public sealed record RequestingAuthority(string? Name, string? Role, string? Contact)
{
    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(RequestingAuthority);
}
