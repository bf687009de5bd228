namespace Rogatory.Envelope;

/// <summary>A proof of kept blocks does not hold. The message is one fixed sentence for each class and tells nothing of the blocks.</summary>
public sealed class ProofException : Exception
{
    internal ProofException(ProofFailure failure)
        : base(Sentence(failure))
    {
        Failure = failure;
    }

    /// <summary>Why.</summary>
    public ProofFailure Failure { get; }

    private static string Sentence(ProofFailure failure) => failure switch
    {
        ProofFailure.Form => "The proof is not of the form.",
        ProofFailure.Blocks => "The extract has not as many blocks as the proof speaks of.",
        ProofFailure.Root => "The extract is not what the root stands for.",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };
}
