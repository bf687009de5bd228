namespace Rogatory.Core.Sealing;

/// <summary>How material that an officer adds came to us: the codes of the transfer fact <c>origin.kind</c>.</summary>
public enum OriginKind
{
    /// <summary>Our own state gathered it; no other state's consent is needed to let it go.</summary>
    Own,

    /// <summary>Another state supplied it.</summary>
    PartnerState,

    /// <summary>It was obtained in a joint investigation team (ETS 182 art. 20).</summary>
    JointTeam,
}
