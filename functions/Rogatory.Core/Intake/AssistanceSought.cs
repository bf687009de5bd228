namespace Rogatory.Core.Intake;

/// <summary>One kind of help that is asked for.</summary>
/// <param name="Kind">One of <see cref="RequestVocabulary.AssistanceKinds"/>.</param>
/// <param name="Description">What exactly.</param>
/// <param name="Procedure">A procedure that the partner wishes to be followed.</param>
public sealed record AssistanceSought(string? Kind, string? Description, string? Procedure)
{
    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(AssistanceSought);
}
