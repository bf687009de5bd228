using Rogatory.Core.Policy;

namespace Rogatory.Core.Transfer;

/// <summary>All facts of one decision: those stated, and what the law makes of them. Made and used on one thread.</summary>
internal sealed class FactSheet(TransferFacts stated, LawTables tables)
{
    private static readonly FactDefinition DateFact = FactVocabulary.Get("date");
    private static readonly FactDefinition KnownOnFact = FactVocabulary.Get("knownOn");
    private static readonly FactDefinition SendingFact = FactVocabulary.Get("sendingState");
    private static readonly FactDefinition RecipientFact = FactVocabulary.Get("recipientState");

    private readonly FactValue[] _values = stated.ToArray();

    public ReadOnlySpan<FactValue> Values => _values;

    public LawTables Tables { get; } = tables;

    public DateOnly? Date => _values[DateFact.Index].Day;

    public DateOnly? KnownOn => _values[KnownOnFact.Index].Day;

    public string? Sending => _values[SendingFact.Index].Text;

    public string? Recipient => _values[RecipientFact.Index].Text;

    public FactValue this[FactDefinition fact] => _values[fact.Index];

    public Truth Ask(Predicate predicate) => predicate.Evaluate(_values);

    public void Set(FactDefinition fact, Truth value) => _values[fact.Index] = FactValue.OfTruth(value);

    public void Set(FactDefinition fact, FactValue value) => _values[fact.Index] = value;

    /// <summary>Whether a union or area has the state as a member on the day.</summary>
    public Truth Within(string area, string? state) => state is null || Date is not { } day ? Truth.Unknown : Tables.Of(area, state, day, KnownOn) switch
    {
        Membership.Yes or Membership.Recalled => Truth.True,
        Membership.Doubtful => Truth.Unknown,
        _ => Truth.False,
    };

    /// <summary>True from that day on.</summary>
    public Truth Since(DateOnly day) => Date is { } date ? Truths.Of(date >= day) : Truth.Unknown;
}
