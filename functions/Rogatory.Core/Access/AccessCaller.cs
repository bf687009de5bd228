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

    /// <summary>An officer, with what the act needs of one, or a partner.</summary>
    Either,
}
