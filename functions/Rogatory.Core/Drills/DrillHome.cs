using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Drills;

/// <summary>The home authority of every drill, wherever it is played: made up as all the rest, so that a drill comes to the same everywhere.</summary>
public static class DrillHome
{
    /// <summary>Its name.</summary>
    public const string Name = "Drill authority (everything here is made up)";

    /// <summary>What the transfer check knows of it. Its limits admit the second of <see cref="Regions"/> itself, and not that region's pair.</summary>
    public static HomeAuthority Authority { get; } = new(StateCode.Parse("NL"), "westeurope", IsReplicatedToPair: true, ["EU", "BR"], "The drill desk");

    /// <summary>Nobody but the script keeps the registers of the space of drills.</summary>
    public static FoundingAdmins Founders { get; } = FoundingAdmins.Parse($"{ScriptedOfficer.IdOf("admin")},{ScriptedOfficer.IdOf("second-admin")}");

    /// <summary>The regions that partners would collect from, the preferred one first. They are names: what goes out lies where the drills do.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["westeurope", "brazilsouth"];

    /// <summary>The container for a region, by its place among them.</summary>
    public static string ContainerOf(int region) => region == 0 ? "outbound" : $"outbound-{region}";
}
