namespace Rogatory.TestKit.Faults;

public enum FaultMode
{
    /// <summary>The call never reached storage.</summary>
    RequestLost,

    /// <summary>The call took effect; the caller was not told.</summary>
    AnswerLost,
}
