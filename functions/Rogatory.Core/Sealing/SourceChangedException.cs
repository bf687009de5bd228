namespace Rogatory.Core.Sealing;

/// <summary>What was to be copied is gone, has another length than was said, or was replaced while it was copied. Nothing was committed.</summary>
public sealed class SourceChangedException(Exception? inner = null) : Exception("What was to be copied is not there as it was said to be.", inner);
