namespace Rogatory.Core.Disclosure;

/// <summary>How reliable a source is, in the four steps that police co-operation uses.</summary>
public enum SourceReliability
{
    /// <summary>Reliable beyond doubt.</summary>
    A,

    /// <summary>Has mostly proved reliable.</summary>
    B,

    /// <summary>Has mostly proved unreliable.</summary>
    C,

    /// <summary>Can't be assessed.</summary>
    X,
}
