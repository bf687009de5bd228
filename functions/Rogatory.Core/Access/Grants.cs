using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Core.Access;

/// <summary>The one place that makes consultation grants.</summary>
internal static class Grants
{
    /// <summary>For an officer whose reading stands in the ledger.</summary>
    public static ConsultationGrant ForOfficer(CaseState state, ItemId item, CommandId consultation) =>
        state.Has(consultation)
            ? new ConsultationGrant(state.Case.ToString(), item.ToString())
            : throw new InvalidOperationException("A reading that is not in the ledger gets no grant.");

    /// <summary>For the program, which searches an item once its reading stands in the ledger. What it finds is sealed like the item.</summary>
    public static ConsultationGrant ForClassification(CaseState state, ItemId item, CommandId consultation) => ForOfficer(state, item, consultation);

    /// <summary>For the program, which compares what a partner sends with what that partner declared or sent before. Nothing of it is shown to anyone.</summary>
    public static ConsultationGrant ForComparison(CaseId @case, ItemId item) => new(@case.ToString(), item.ToString());
}
