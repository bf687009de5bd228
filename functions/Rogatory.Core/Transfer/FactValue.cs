using System.Globalization;
using System.Numerics;

namespace Rogatory.Core.Transfer;

/// <summary>The value of a fact. The default is an unknown one that nobody stated.</summary>
internal readonly struct FactValue
{
    private const ulong TrueBit = 1;
    private const ulong FalseBit = 2;
    private static readonly object OpenMark = new();
    private readonly object? _other;

    private FactValue(bool isKnown, bool isStated, ulong bits, object? other)
    {
        IsKnown = isKnown;
        IsStated = isStated;
        Bits = bits;
        _other = other;
    }

    /// <summary>True when rules can use it.</summary>
    public bool IsKnown { get; }

    /// <summary>True when somebody stated it, be it without the reasons that would make it known.</summary>
    public bool IsStated { get; }

    /// <summary>Neither stated nor left out yet: only in a search over all that could be stated.</summary>
    public bool IsOpen => ReferenceEquals(_other, OpenMark);

    /// <summary>The codes; for a flag 1 for true, 2 for false.</summary>
    public ulong Bits { get; }

    public Truth Truth => !IsKnown ? Truth.Unknown : Bits == TrueBit ? Truth.True : Truth.False;

    /// <summary>What was stated, with or without reasons.</summary>
    public bool IsTrueAsStated => Bits == TrueBit;

    public string? Text => _other as string;

    public DateOnly? Day => _other as DateOnly?;

    public IReadOnlyList<string> Areas => _other as IReadOnlyList<string> ?? [];

    public static FactValue Open { get; } = new(false, false, 0, OpenMark);

    public static FactValue OfFlag(bool value) => new(true, true, value ? TrueBit : FalseBit, null);

    public static FactValue OfTruth(Truth truth) => truth == Truth.Unknown ? default : OfFlag(truth == Truth.True);

    /// <summary>A judgement without reasons: raised, and not known.</summary>
    public static FactValue Unreasoned(bool value) => new(false, true, value ? TrueBit : FalseBit, null);

    public static FactValue OfBits(ulong bits) => new(true, true, bits, null);

    public static FactValue OfText(string text) => new(true, true, 0, text);

    public static FactValue OfDay(DateOnly day) => new(true, true, 0, day);

    public static FactValue OfAreas(IReadOnlyList<string> areas) => new(true, true, 0, areas);

    /// <summary>The value as a finding shows it.</summary>
    public string Show(FactDefinition fact) => !IsKnown ? "unknown" : fact.Kind switch
    {
        FactKind.Flag or FactKind.Judgement => Bits == TrueBit ? "true" : "false",
        FactKind.Code => fact.Codes[BitOperations.TrailingZeroCount(Bits)],
        FactKind.Codes => string.Join(' ', CodesOf(fact)),
        FactKind.Date => Day!.Value.ToString("O", CultureInfo.InvariantCulture),
        FactKind.Areas => string.Join(' ', Areas),
        _ => Text!,
    };

    public IEnumerable<string> CodesOf(FactDefinition fact)
    {
        for (ulong rest = Bits; rest != 0; rest &= rest - 1)
            yield return fact.Codes[BitOperations.TrailingZeroCount(rest)];
    }
}
