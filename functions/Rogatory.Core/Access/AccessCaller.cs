namespace Rogatory.Core.Access;

/// <summary>Who may call at all.</summary>
public enum AccessCaller
{
    /// <summary>Anyone, without saying who.</summary>
    Anyone,

    /// <summary>A partner.</summary>
    Partner,

    /// <summary>An officer.</summary>
    Officer,
}
