namespace Rogatory.Envelope;

/// <summary>Why a sealed item does not open. The classes are part of the format (FORMAT.md, section 3).</summary>
public enum OpenFailure
{
    /// <summary>The header is not that of the format, or not the one the ledger recorded.</summary>
    Header,

    /// <summary>The key envelope is malformed, is another item's, does not unwrap, or its key is not the one committed to.</summary>
    Key,

    /// <summary>A segment's tag does not verify, or the plaintext is not the one described.</summary>
    Payload,

    /// <summary>The body ends early.</summary>
    Truncated,

    /// <summary>Bytes follow the segment that is marked last, or the recorded size.</summary>
    TrailingData,
}
