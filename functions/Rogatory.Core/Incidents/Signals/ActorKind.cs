namespace Rogatory.Core.Incidents.Signals;

/// <summary>Whose acts are looked at. Each is compared with others of the same kind.</summary>
public enum ActorKind
{
    /// <summary>Officers of the home authority.</summary>
    Officer,

    /// <summary>Partner authorities.</summary>
    Partner,
}
