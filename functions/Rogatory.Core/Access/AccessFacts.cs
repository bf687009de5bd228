using Rogatory.Core.Access.Officers;

namespace Rogatory.Core.Access;

/// <summary>Who asks to do what, on what, and when: all that the check decides on.</summary>
public sealed record AccessFacts
{
    /// <summary>What is asked.</summary>
    public required AccessAct Act { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The officer that asks; null where it is none.</summary>
    public OfficerId? Officer { get; init; }

    /// <summary>The roles that the officer's token shows.</summary>
    public IReadOnlyCollection<OfficerRole> TokenRoles { get; init; } = [];

    /// <summary>What the register says of the officer; null where it knows none such.</summary>
    public OfficerEntry? Entry { get; init; }

    /// <summary>Whether the officer is a founding admin.</summary>
    public bool IsFounder { get; init; }

    /// <summary>The partner that asks; null where it is none.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>How the partner stands; null where none asks.</summary>
    public PartnerStanding? Standing { get; init; }

    /// <summary>The case that it is about; null where it is about none.</summary>
    public AccessCase? Case { get; init; }

    /// <summary>The officer whose record it is about; null where it is about none's.</summary>
    public OfficerId? Subject { get; init; }
}
