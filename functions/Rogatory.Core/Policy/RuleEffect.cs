namespace Rogatory.Core.Policy;

/// <summary>What a rule does.</summary>
public enum RuleEffect
{
    /// <summary>Its field is required: absent, the request is incomplete. Only for rules that are verified.</summary>
    Missing,

    /// <summary>Its field is expected where possible: absent, the reviewer is told.</summary>
    Warn,

    /// <summary>The reviewer is told something that no field can show.</summary>
    Note,

    /// <summary>It starts a clock.</summary>
    Clock,

    /// <summary>It sets a period during which something must be kept at least.</summary>
    Minimum,

    /// <summary>It sets for how long what a case holds is kept immutable.</summary>
    Retain,

    /// <summary>It sets when a case that was decided is to be reviewed; of several the earliest holds.</summary>
    Review,

    /// <summary>It sets when a case that was decided is to be erased, by officers and never by itself; of several the earliest holds.</summary>
    Erase,
}
