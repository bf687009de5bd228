using System.Diagnostics.CodeAnalysis;
using Rogatory.Core.Access;

namespace Rogatory.Core.Case;

/// <summary>Where a deployment works: on real matters, or on drills, which are made up. It knows its own cases by their ids and refuses the others.</summary>
/// <remarks>A drill's case has an id that begins with <c>DRYR-</c>, its statements another <c>typ</c>: neither can be taken for a real one.</remarks>
public sealed class Space
{
    private const string StatementPrefix = "rogatory-";

    private Space(string name) => Name = name;

    /// <summary>Real matters.</summary>
    public static Space Real { get; } = new("real");

    /// <summary>Drills.</summary>
    public static Space Drill { get; } = new("drill");

    /// <summary><c>real</c> or <c>drill</c>, as settings and key sets say it.</summary>
    public string Name { get; }

    /// <summary>Parses a space's name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Space? space)
    {
        space = text == Real.Name ? Real : text == Drill.Name ? Drill : null;
        return space is not null;
    }

    /// <summary>The id of the case that a partner opens here under a reference.</summary>
    /// <exception cref="ArgumentException">As <see cref="CaseId.Of(PartnerId, string)"/>.</exception>
    /// <exception cref="RefusedException"><c>choose-another-reference</c>: the id would be one of the other space.</exception>
    public CaseId CaseOf(PartnerId partner, string reference) => Own(CaseId.Of(partner, reference));

    /// <summary>The id of the case that we open here under a reference of our own.</summary>
    /// <exception cref="ArgumentException">As <see cref="CaseId.OfOurs"/>.</exception>
    /// <exception cref="RefusedException"><c>choose-another-reference</c>: the id would be one of the other space.</exception>
    public CaseId CaseOfOurs(string reference) => Own(CaseId.OfOurs(reference));

    /// <summary>Refuses a case of the other space.</summary>
    /// <exception cref="RefusedException"><c>case-of-drill</c> where real matters are worked on, <c>case-not-of-drill</c> where drills are.</exception>
    public void RefuseOther(CaseId @case)
    {
        if (@case.IsOfDrill == (this == Drill))
            return;
        throw this == Drill
            ? new RefusedException("case-not-of-drill", "This is the space of drills, and the id is not that of a drill's case. Real matters are worked on elsewhere.")
            : new RefusedException("case-of-drill", "The id is that of a drill's case, and drills are played in a space of their own.");
    }

    /// <summary>The <c>typ</c> of a statement that is signed here: <c>rogatory-drill-receipt+jws</c> in the space of drills for <c>rogatory-receipt+jws</c>.</summary>
    public string TypeOf(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return this == Drill && type.StartsWith(StatementPrefix, StringComparison.Ordinal) ? $"{StatementPrefix}drill-{type[StatementPrefix.Length..]}" : type;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private CaseId Own(CaseId derived)
    {
        if (this == Drill)
            return derived.InDrill();
        return derived.IsOfDrill
            ? throw new RefusedException("choose-another-reference", "This reference cannot be used. Choose another.")
            : derived;
    }
}
