using Rogatory.Core.Access;

namespace Rogatory.Core.Policy;

/// <summary>What an act needs.</summary>
/// <param name="Who">Who may ask at all.</param>
/// <param name="Citation">What makes it so.</param>
public sealed record ActRule(AccessCaller Who, string Citation)
{
    /// <summary>Whether such a caller may ask at all.</summary>
    public bool IsFor(AccessCaller caller) => Who == AccessCaller.Anyone || Who == caller || (Who == AccessCaller.Either && caller != AccessCaller.Anyone);

    /// <summary>The officer has one of these roles.</summary>
    public IReadOnlyList<OfficerRole> Roles { get; init; } = [];

    /// <summary>A role that the token shows is enough: the officer need not be in the register.</summary>
    public bool TokenAlone { get; init; }

    /// <summary>The officer is cleared for the case's handling code.</summary>
    public bool Clearance { get; init; }

    /// <summary>The officer has no conflict of interest in the case.</summary>
    public bool Conflict { get; init; } = true;

    /// <summary>Courses that the officer passed.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Courses beside these where special categories of data are concerned.</summary>
    public IReadOnlyList<string> IfSpecial { get; init; } = [];

    /// <summary>Courses beside these where vulnerable persons are concerned.</summary>
    public IReadOnlyList<string> IfVulnerable { get; init; } = [];

    /// <summary>The officer signed the confidentiality undertaking; that of a partner, where it signed one, has not lapsed.</summary>
    public bool Undertaking { get; init; }

    /// <summary>The officer is assigned to the case.</summary>
    public bool Assignment { get; init; }

    /// <summary>Roles that need no assignment, since their office is to look at every case.</summary>
    public IReadOnlyList<OfficerRole> Exempt { get; init; } = [];

    /// <summary>The act is not about the officer's own record.</summary>
    public bool Separation { get; init; }
}
