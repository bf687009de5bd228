namespace Rogatory.Core.Classification.Legal;

/// <summary>The detectors of this folder.</summary>
internal static class LegalDetectors
{
    public static IEnumerable<Detector> All() =>
    [
        new Ecli(),
        new UnionCourtCase(),
        new RegisterNumber(),
        new PortugueseProcess(),
        new FederalDocket(),
        new NeutralCitation(),
        new ItalianRegister(),
        new CaseNumberInContext(),
        new PrivilegeMarking(),
        new SecrecyMarking(),
        new SecrecyWord(),
    ];
}
