using System.Collections.Frozen;
using Rogatory.Core.Access;

namespace Rogatory.Core.Drills;

/// <summary>The officers whom the script plays. There are none of them where matters are real.</summary>
public static class ScriptedOfficer
{
    /// <summary>Whose tokens they carry, in place of an identity provider.</summary>
    public const string Issuer = "urn:rogatory:drill";

    /// <summary>How their ids begin, and nobody else's in the space of drills.</summary>
    public const string Prefix = "drill-";

    private static readonly FrozenDictionary<string, OfficerRole[]> RolesOf = new Dictionary<string, OfficerRole[]>
    {
        ["colleague"] = [OfficerRole.Reviewer, OfficerRole.Approver],
        ["second-colleague"] = [OfficerRole.Approver],
        ["dpo"] = [OfficerRole.Dpo],
        ["admin"] = [OfficerRole.Admin],
        ["second-admin"] = [OfficerRole.Admin],
    }.ToFrozenDictionary();

    /// <summary>What a drill's file calls them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. RolesOf.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The id that one has in ledgers, such as <c>drill-colleague</c>.</summary>
    public static OfficerId IdOf(string name) => OfficerId.Parse($"{Prefix}{name}");

    /// <summary>What one may do.</summary>
    public static IReadOnlyList<OfficerRole> Of(string name) => RolesOf[name];

    /// <summary>Whether an id is one of theirs.</summary>
    public static bool Is(OfficerId officer) => officer.ToString().StartsWith(Prefix, StringComparison.Ordinal);
}
