namespace Rogatory.Envelope;

/// <summary>A sealed item did not open. The message is one fixed sentence for each class and tells nothing of the item.</summary>
public sealed class OpenException : Exception
{
    internal OpenException(OpenFailure failure, Exception? innerException = null)
        : base(Sentence(failure), innerException)
    {
        Failure = failure;
    }

    /// <summary>Why.</summary>
    public OpenFailure Failure { get; }

    private static string Sentence(OpenFailure failure) => failure switch
    {
        OpenFailure.Header => "The sealed body's header is not the one expected.",
        OpenFailure.Key => "The key envelope does not give the key of this sealed body.",
        OpenFailure.Payload => "The sealed body was changed.",
        OpenFailure.Truncated => "The sealed body ends early.",
        OpenFailure.TrailingData => "The sealed body has bytes after its end.",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };
}
