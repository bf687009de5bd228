namespace Rogatory.Envelope;

/// <summary>Why a proof of kept blocks does not hold. The classes are part of the format (FORMAT.md, section 5).</summary>
public enum ProofFailure
{
    /// <summary>The proof is not exactly of the form, or has salts or hashes too many or too few.</summary>
    Form,

    /// <summary>The extract has not as many blocks as are kept and changed.</summary>
    Blocks,

    /// <summary>
    /// The root is another: a block was changed or moved, or is another item's; or the proof is for another case, item, kind or count than
    /// the root.
    /// </summary>
    Root,
}
