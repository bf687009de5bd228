namespace Rogatory.Core.Retention;

/// <summary>A key envelope that was made anew does not come back as it was made, or does not unwrap.</summary>
public sealed class NotAsMadeException() : Exception("A key envelope that was made anew is not what it must be.");
