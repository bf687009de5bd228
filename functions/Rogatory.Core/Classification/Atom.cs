namespace Rogatory.Core.Classification;

/// <summary>A run of letters and digits, bounded by anything else.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Atom(int Start, int Length, CharacterKinds Kinds)
{
    /// <summary>No number and no word of the lexicon is longer.</summary>
    public const int MostLength = 64;

    public int End => unchecked(Start + Length);

    public bool HasDigit => (Kinds & CharacterKinds.Digit) != CharacterKinds.None;

    public bool IsDigits => (Kinds & ~CharacterKinds.Word) == CharacterKinds.Digit;

    /// <summary>ASCII letters and no digit.</summary>
    public bool IsLetters => IsPlain && !HasDigit;

    /// <summary>Nothing but ASCII letters and digits, and not too long for a number.</summary>
    public bool IsPlain => Length <= MostLength && (Kinds & (CharacterKinds.OtherLetter | CharacterKinds.OtherScript | CharacterKinds.Cut)) == CharacterKinds.None;

    public bool HasLower => (Kinds & CharacterKinds.Lower) != CharacterKinds.None;
}
