namespace Rogatory.Core.Classification.Legal;

/// <summary>A court's or prosecutor's file number in whatever form, right behind words that say it is one.</summary>
internal sealed class CaseNumberInContext : TermRule
{
    public override string Id => "case-number-in-context";

    public override string Category => "case-number";

    public override string Citation => "the state's order on courts' files";

    public override IReadOnlyList<string> Terms =>
    [
        "case no", "case nos", "case number", "case num", "case id", "case file", "case ref", "case reference", "court file", "court case no", "court reference", "docket", "docket no",
        "docket number", "claim no", "claim number", "indictment no", "cause no", "criminal case", "file no", "file number", "application no", "application nos", "complaint no",
        "appeal no", "petition no", "crime reference", "crime number", "crime ref", "police report no", "police reference", "fir no", "investigation no", "criminal case no",
        "aktenzeichen", "aktenz", "az", "az.", "gz", "geschäftszeichen", "geschäftsnummer", "geschäftszahl", "vorgangsnummer", "verfahrensnummer", "tagebuchnummer",
        "n° rg", "rg n°", "numéro rg", "no rg", "rg", "n° de rôle", "numéro de rôle", "n° parquet", "n° de parquet", "numéro de parquet", "parquet n°", "n° d'instruction",
        "n° instruction", "n° de minute", "minute n°", "pourvoi n°", "n° de pourvoi", "n° d'affaire", "affaire n°", "dossier n°", "n° de dossier", "numéro de dossier",
        "n° de procédure", "procédure n°", "requête n°", "procès-verbal n°", "pv n°", "notice n°",
        "procedimiento", "procedimiento abreviado", "procedimiento ordinario", "procedimiento n°", "diligencias previas", "diligencias urgentes", "diligencias", "sumario", "autos", "autos n°",
        "juicio ordinario", "juicio verbal", "juicio rápido", "ejecutoria", "rollo de apelación", "recurso de casación", "expediente", "n° de expediente", "causa", "atestado", "nig", "n.i.g",
        "r.g", .. ItalianRegister.Registers, "proc. pen", "procedimento penale", "procedimento",
        "processo", "processo n.º", "proc. n.º", "nuipc", "inquérito", "inquérito n.º", "autos de inquérito", "n.º de processo",
        "parketnummer", "parketnummers", "parketnr", "zaaknummer", "zaaknummers", "zaaknr", "rolnummer", "rolnr", "rekestnummer", "dossiernummer", "notitienummer", "proces-verbaalnummer",
        "sygn", "sygn. akt", "sygn. akt.", "sygnatura", "sygnatura akt", "sygnaturze", "sygnaturą", "nr sprawy", "numer sprawy", "nr akt", "ko nr",
    ];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = hit.InLabel ? FileNumberText.Start(text, 0) : FileNumberText.Start(text, hit.End);
        int length = start < 0 || (start == hit.End && !hit.InLabel) ? 0 : FileNumberText.Length(text[start..Math.Min(text.Length, start + FileNumberText.Longest)]);
        if (length > 0)
            window.Report(this, start, start + length, text.Slice(start, length).ContainsAny("/-.:") ? 0.92 : 0.78, "the form of a file number", hit.InLabel ? "a word in the label" : "a word before it");
    }
}
