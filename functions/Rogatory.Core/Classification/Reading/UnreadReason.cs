namespace Rogatory.Core.Classification.Reading;

/// <summary>Why something in an item was not read, or not surely read in full.</summary>
public enum UnreadReason
{
    /// <summary>It is encrypted.</summary>
    Encrypted,

    /// <summary>It is an image, or holds one: what the image shows was not read.</summary>
    Image,

    /// <summary>A page that shows an image and has no text: most likely a scan.</summary>
    Scan,

    /// <summary>Sound or video.</summary>
    Media,

    /// <summary>A format that is not known.</summary>
    Binary,

    /// <summary>A known format without a reader. What of it is plain text was read as such.</summary>
    Format,

    /// <summary>Text in an encoding that is not supported, or with bytes that its encoding does not know.</summary>
    Charset,

    /// <summary>A PDF's glyphs of which the file does not say what characters they are.</summary>
    Glyphs,

    /// <summary>A compression method that is not supported.</summary>
    Compression,

    /// <summary>The file breaks its format's rules, so that something in it may have been missed.</summary>
    Damaged,

    /// <summary>What an incremental update of a PDF replaced: not shown, but still in the file.</summary>
    Superseded,

    /// <summary>It lies past a limit, which is among the breaches.</summary>
    Limit,

    /// <summary>The reader failed: a fault of the program, to be looked into.</summary>
    Failed,
}
