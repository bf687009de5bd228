namespace Rogatory.Core.Retention;

/// <summary>Why items are erased.</summary>
public enum ErasureGround
{
    /// <summary>They are no longer necessary for the purpose that they were received for (LED art. 4(1)(e), 5).</summary>
    NoLongerNeeded,

    /// <summary>A law, a court or the supervisory authority says that they are to be erased (LED art. 16(2), 47(2)). Whoever has them from us is told to erase them too.</summary>
    LegalObligation,

    /// <summary>The partner took its request back, or asks for its material to be destroyed.</summary>
    RequestWithdrawn,

    /// <summary>To process them was unlawful (LED art. 16(2): art. 4, 8 or 10 is infringed). Whoever has them from us is told to erase them too.</summary>
    UnlawfulProcessing,
}
