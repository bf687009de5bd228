namespace Rogatory.Core.Intake;

/// <summary>The proceeding that the request serves.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Nature">One of <see cref="RequestVocabulary.ProceedingNatures"/>.</param>
/// <param name="ConductedBy">Name and functions of the authority that conducts it.</param>
public sealed record Proceeding(string? Subject, string? Nature, string? ConductedBy)
{
    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(Proceeding);
}
