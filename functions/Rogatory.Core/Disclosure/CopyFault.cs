namespace Rogatory.Core.Disclosure;

/// <summary>What is wrong with a copy, or with the partner's key envelope beside it.</summary>
public enum CopyFault
{
    /// <summary>It is gone, or has another length.</summary>
    Missing,

    /// <summary>It is not what was released.</summary>
    Altered,
}
