using Rogatory.Core.Intake;
using Rogatory.Core.Review;

namespace Rogatory.Core.Access;

/// <summary>What was agreed with a partner: under which instrument, for what, and in which time.</summary>
/// <param name="Agreement">Its id among the partner's agreements.</param>
/// <param name="Instrument">The article it rests on, such as <c>LED art. 37(1)(a)</c>.</param>
/// <param name="Purposes">The purposes it covers, codes of a request's <c>purpose</c>; none for all of them.</param>
/// <param name="Categories">The data categories it covers, codes of a request's <c>dataCategories</c>; none for all of them.</param>
/// <param name="From">The first day of its time, in UTC.</param>
/// <param name="Until">The last day of its time.</param>
public sealed record PartnerAgreement(
    AgreementId Agreement, string Instrument, IReadOnlyList<string> Purposes, IReadOnlyList<string> Categories, DateOnly From, DateOnly Until)
{
    /// <summary>Refuses one that says nothing that can be used.</summary>
    /// <exception cref="RefusedException"><c>agreement-malformed</c>.</exception>
    public void Check()
    {
        Citation.Check(Instrument, "agreement-malformed", "/instrument");
        if (!Purposes.All(RequestVocabulary.Purposes.Contains) || Purposes.Distinct(StringComparer.Ordinal).Count() != Purposes.Count)
            throw RefusedException.Malformed("agreement-malformed", "/purposes", "Purposes are codes of a request's purpose, each once; none stands for all.");
        if (!Categories.All(RequestVocabulary.DataCategories.Contains) || Categories.Distinct(StringComparer.Ordinal).Count() != Categories.Count)
            throw RefusedException.Malformed("agreement-malformed", "/categories", "Categories are codes of a request's data categories, each once; none stands for all.");
        if (Until < From)
            throw RefusedException.Malformed("agreement-malformed", "/until", "An agreement does not end before it begins.");
    }

    /// <summary>Whether it is in force on that day.</summary>
    public bool IsInForceOn(DateOnly day) => day >= From && day <= Until;

    /// <summary>Whether it covers all of these purposes and data categories.</summary>
    /// <param name="purposes">Codes of a request's <c>purpose</c>.</param>
    /// <param name="categories">Codes of data categories.</param>
    public bool Covers(IEnumerable<string> purposes, IEnumerable<string> categories) =>
        (Purposes.Count == 0 || purposes.All(Purposes.Contains)) && (Categories.Count == 0 || categories.All(Categories.Contains));

    /// <summary>Whether another says the same.</summary>
    public bool Equals(PartnerAgreement? other) =>
        other is not null && Agreement == other.Agreement && Instrument == other.Instrument && From == other.From && Until == other.Until
        && Purposes.SequenceEqual(other.Purposes) && Categories.SequenceEqual(other.Categories);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Agreement, Instrument, From, Until);
}
