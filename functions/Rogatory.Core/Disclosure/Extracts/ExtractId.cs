using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The ids of extracts: <c>{item}.extract-{number}</c>, and of the proofs that go with them: <c>{item}.extract-{number}-proof</c>.</summary>
public static class ExtractId
{
    /// <summary>The most extracts that can be made of one item.</summary>
    public const int Most = 100;

    private const string Proof = "-proof";

    /// <summary>The item's extract of this number, from 1.</summary>
    public static ItemId Of(ItemId source, int number) => ItemId.Parse(string.Create(CultureInfo.InvariantCulture, $"{source}.extract-{number}"));

    /// <summary>The proof that goes with an extract.</summary>
    public static ItemId ProofOf(ItemId extract) => ItemId.Parse($"{extract}{Proof}");

    /// <summary>The extract that a proof goes with; null where the item is no proof.</summary>
    public static ItemId? ProvenBy(ItemId item) => item.ToString().EndsWith(Proof, StringComparison.Ordinal) ? Derivation.HolderOf(item) : null;
}
