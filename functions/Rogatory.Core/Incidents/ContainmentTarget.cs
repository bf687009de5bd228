using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>A measure, and what it is taken against.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Case">For disclosures that are withdrawn and erasures that are held.</param>
/// <param name="Partner">For a partner that is suspended.</param>
/// <param name="Officer">For an officer who is suspended.</param>
/// <param name="Key">For a version of the key-encryption key that is disabled: its id.</param>
public sealed record ContainmentTarget(ContainmentMeasure Measure, CaseId? Case = null, PartnerId? Partner = null, OfficerId? Officer = null, string? Key = null)
{
    private const int MostKey = 200;

    /// <summary>The line that says it was taken.</summary>
    internal MeasureTaken ToEvent(CommandId command, SealedWords reasons) =>
        new() { Command = command, Measure = Measure, Case = Case, Partner = Partner, Officer = Officer, Key = Key, Reasons = reasons };

    /// <summary>Whether that line is of the same measure against the same.</summary>
    internal bool IsOf(MeasureTaken one) => one.Measure == Measure && one.Case == Case && one.Partner == Partner && one.Officer == Officer && one.Key == Key;

    /// <summary>Refuses a measure that does not name exactly what it is taken against.</summary>
    /// <exception cref="RefusedException"><c>containment-malformed</c>.</exception>
    internal void Check()
    {
        (bool Case, bool Partner, bool Officer, bool Key) wanted = Measure switch
        {
            ContainmentMeasure.SuspendPartner => (false, true, false, false),
            ContainmentMeasure.SuspendOfficer => (false, false, true, false),
            ContainmentMeasure.WithdrawDisclosures or ContainmentMeasure.HoldErasure => (true, false, false, false),
            ContainmentMeasure.DisableKeyVersion => (false, false, false, true),
            _ => (false, false, false, false),
        };
        if (wanted != (Case is not null, Partner is not null, Officer is not null, Key is not null) || Key is { Length: 0 or > MostKey })
            throw RefusedException.Malformed("containment-malformed", "/measure", "Name exactly what the measure is taken against: a case, a partner, an officer, a key version, or nothing for a rotation.");
    }
}
