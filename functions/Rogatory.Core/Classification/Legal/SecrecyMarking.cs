namespace Rogatory.Core.Classification.Legal;

/// <summary>Markings of classified information that are nothing else.</summary>
internal sealed class SecrecyMarking : MarkingPhrase
{
    public override string Id => "secrecy";

    public override string Category => "secrecy";

    public override string Citation => "Council Decision 2013/488/EU art. 2 and appendix B";

    public override IReadOnlyList<string> Terms =>
    [
        "eu restricted", "restreint ue", "eu confidential", "confidentiel ue", "eu secret", "ue secret", "secret ue", "eu top secret", "très secret ue", "tres secret ue", "nato restricted", "nato confidential", "nato secret",
        "cosmic top secret", "official-sensitive", "official sensitive", "law enforcement sensitive", "for official use only", "controlled unclassified information", "noforn", "europol restricted",
        "europol confidential", "europol secret", "eurojust restricted",
        "vs-nfd", "vs - nfd", "vs-nur für den dienstgebrauch", "nur für den dienstgebrauch", "verschlusssache", "vs-vertraulich", "streng geheim", "amtlich geheimgehalten", "amtlich geheim gehalten", "amtsgeheimnis*",
        "diffusion restreinte", "confidentiel défense", "secret défense", "très secret défense", "spécial france", "secret de l'instruction", "secret de l'enquête",
        "difusión limitada", "secreto de sumario", "secreto del sumario", "secreto de las actuaciones", "materia clasificada", "uso oficial",
        "segretissimo", "riservatissimo", "segreto di stato", "segreto istruttorio", "segreto investigativo", "segreto d'ufficio",
        "muito secreto", "segredo de justiça", "segredo de estado", "uso interno exclusivo",
        "departementaal vertrouwelijk", "dep. vertrouwelijk", "dep.v", "stg. geheim", "stg. zeer geheim", "stg. confidentieel", "staatsgeheim", "zeer geheim", "beperkte verspreiding",
        "ściśle tajne", "tajemnica śledztwa", "tajemnicą śledztwa", "tajemnica państwowa", "informacje niejawne", "klauzula tajności",
    ];

    protected override double InProse => 0.8;
}
