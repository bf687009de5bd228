namespace Rogatory.Core.Classification.Legal;

/// <summary>Phrases of legal professional privilege.</summary>
internal sealed class PrivilegeMarking : MarkingPhrase
{
    public override string Id => "privilege";

    public override string Category => "privilege";

    public override string Citation => "ECHR art. 6, 8; Charter art. 7, 47; Case 155/79 AM & S Europe";

    public override IReadOnlyList<string> Terms =>
    [
        "attorney-client privilege*", "attorney client communication*", "attorney-client communication*", "attorney work product", "attorney's work product", "work product doctrine",
        "legal professional privilege", "legal advice privilege", "litigation privilege", "legally privileged", "solicitor-client privilege*", "lawyer-client privilege*", "privileged and confidential",
        "privileged & confidential", "confidential and privileged", "legally privileged and confidential", "privileged communication*", "without prejudice save as to costs", "counsel's advice",
        "anwaltsgeheimnis*", "anwaltliches berufsgeheimnis", "anwaltlichen verschwiegenheit*", "anwaltliche verschwiegenheit*", "anwaltskorrespondenz", "verteidigerpost", "mandatsgeheimnis*", "anwaltspost",
        "secret professionnel", "secret de la correspondance avocat", "correspondance avocat-client", "correspondance avocat client", "confidentialité avocat-client", "secret de la défense", "privilège avocat-client",
        "secreto profesional", "privilegio abogado-cliente", "secreto profesional del abogado", "confidencialidad abogado-cliente",
        "segreto professionale", "corrispondenza difensore", "corrispondenza per ragioni di giustizia", "corrispondenza riservata avvocato", "privilegio avvocato-cliente", "riservata personale non producibile in giudizio", "riservata non producibile",
        "sigilo profissional", "segredo profissional", "privilégio advogado-cliente", "sigilo advogado-cliente", "sigilo advocatício",
        "verschoningsrecht*", "advocatengeheim", "beroepsgeheim", "geheimhoudersstukken", "geheimhoudersgesprek*", "vertrouwelijke advocatencorrespondentie", "beroepsgeheim advocaat",
        "tajemnica adwokacka", "tajemnicą adwokacką", "tajemnicy adwokackiej", "tajemnica obrończa", "tajemnicą obrończą", "tajemnicy obrończej", "tajemnica radcowska", "tajemnicą radcowską", "tajemnica zawodowa adwokata",
    ];

    protected override double InProse => 0.85;
}
