namespace Rogatory.Core.Classification.Reading;

/// <summary>Ends the reading of one part.</summary>
internal sealed class UnreadableException(UnreadReason reason) : Exception($"The part can't be read: {reason}.")
{
    public UnreadReason Reason => reason;
}
