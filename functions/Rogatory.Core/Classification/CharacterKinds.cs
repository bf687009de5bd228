namespace Rogatory.Core.Classification;

/// <summary>What the one pass over the text needs to know of a character.</summary>
[Flags]
internal enum CharacterKinds : byte
{
    None = 0,
    Digit = 1,
    Upper = 2,
    Lower = 4,
    /// <summary>A letter of a script with case that is not ASCII.</summary>
    OtherLetter = 8,
    /// <summary>A letter of a script that is written without spaces or case: it does not join ASCII letters and digits.</summary>
    OtherScript = 16,
    Word = 32,
    /// <summary>Some detector begins at it.</summary>
    Mark = 64,
    /// <summary>Of an atom: its beginning was cut off.</summary>
    Cut = 128,
}
