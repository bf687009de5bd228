namespace Rogatory.Core.Classification.Legal;

/// <summary>Markings of secrecy that are everyday words too.</summary>
internal sealed class SecrecyWord : MarkingWord
{
    public override string Id => "secrecy-word";

    public override string Category => "secrecy";

    public override string Citation => "Council Decision 2013/488/EU appendix B";

    public override IReadOnlyList<string> Terms =>
    [
        "secret", "top secret", "confidential", "strictly confidential", "private and confidential", "strictly private and confidential", "restricted", "classified", "under seal", "filed under seal", "sealed",
        "vertraulich", "streng vertraulich", "geheim", "confidentiel", "strictement confidentiel", "très secret", "restreint", "secreto", "confidencial", "reservado", "estrictamente confidencial",
        "segreto", "riservato", "riservata", "confidenziale", "strettamente riservato", "strettamente confidenziale", "secreto", "estritamente confidencial",
        "vertrouwelijk", "strikt vertrouwelijk", "confidentieel", "tajne", "poufne", "zastrzeżone", "ściśle poufne",
    ];

    public override IReadOnlyList<string> Context =>
    [
        "classification", "security classification", "classification level", "handling", "protective marking", "sensitivity", "einstufung", "vs-einstufung", "geheimhaltungsgrad", "klassifizierung", "vertraulichkeit", "schutzstufe",
        "niveau de classification", "mention de protection", "confidentialité", "clasificación", "grado de clasificación", "classifica", "classifica di segretezza", "classificação", "grau de classificação",
        "rubricering", "klasyfikacja", "klauzula", "klauzulą", "klauzula tajności",
    ];
}
