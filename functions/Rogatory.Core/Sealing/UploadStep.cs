namespace Rogatory.Core.Sealing;

/// <summary>Where a sealed upload stands. One that was cleared away is no longer known.</summary>
public enum UploadStep
{
    /// <summary>The partner may write.</summary>
    Granted,

    /// <summary>The partner said that all is there; it is to be verified.</summary>
    Completed,

    /// <summary>It was sealed or abandoned; what it left on the way is to be removed.</summary>
    Ended,
}
