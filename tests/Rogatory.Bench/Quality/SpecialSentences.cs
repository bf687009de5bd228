namespace Rogatory.Bench.Quality;

/// <summary>Sentences in eight languages that say something of the special categories, of minors, victims and witnesses, or mark a document; what says it is in brackets.</summary>
internal static class SpecialSentences
{
    private const string Rows = """
        ethnic-origin|The suspect, a man [of African descent], left the bar.|Der Täter soll [arabischer Herkunft] sein.|Un individu [de type maghrébin] a été vu.|Una mujer [de etnia gitana] lo vio.|Persona [di etnia rom], già nota.|O suspeito é [de etnia cigana].|Een man [van Turkse afkomst] liep weg.|Mężczyzna [pochodzenia romskiego] wyszedł.
        political-opinion|He is a [member of the Green Party] since 2010.|Sie ist [Mitglied der CDU].|Il est [militant communiste] de longue date.|Está [afiliada al partido] desde joven.|Risulta [iscritto al partito] dal 2015.|É [membro do partido] há anos.|Zij is [lid van de VVD].|Jest [członkiem partii] od lat.
        belief|She is a practising [Muslim] and fasts.|Er ist [konfessionslos], seine Mutter streng [katholisch] gläubig.|Il s'est [converti à l'islam] en prison.|Es [testigo de Jehová] y rehúsa.|È di [religione cattolica].|É [muçulmano] e reza.|Hij is [moslim] en bidt.|Jest [świadkiem Jehowy].
        union-membership|The employee pays [union dues] each month.|Er ist [Gewerkschaftsmitglied] und streikt.|Elle est [déléguée syndicale] depuis mars.|Está [afiliado al sindicato].|È [iscritto alla CGIL].|É [dirigente sindical] na fábrica.|Hij is [lid van de vakbond].|Jest [członkiem związku zawodowego].
        genetic|A [DNA profile] was obtained from the glass.|Das [DNA-Muster] stimmt überein.|Son [empreinte génétique] figure au fichier.|Se obtuvo su [perfil genético].|Il [profilo genetico] coincide.|O [perfil de ADN] coincide.|Het [DNA-profiel] komt overeen.|Pobrano [próbkę DNA] od niego.
        biometric|His [fingerprints] were found on the safe.|Seine [Fingerabdrücke] wurden gesichert.|Ses [empreintes digitales] ont été relevées.|Sus [huellas dactilares] estaban allí.|Le sue [impronte digitali] sono state rilevate.|As suas [impressões digitais] foram recolhidas.|Zijn [vingerafdrukken] zijn afgenomen.|Jego [odciski palców] zabezpieczono.
        health|He was diagnosed with [lung cancer] and [diabetes].|Sie leidet an [Schizophrenie].|Il est suivi pour [dépression].|Padece [esquizofrenia] desde joven.|È affetta da [epilessia].|Sofre de [asma] grave.|Zij is [zwanger] van haar eerste.|Choruje na [cukrzycę] od dziecka.
        sex-life|They had [sexual relations] twice.|Es kam zum [Geschlechtsverkehr].|Ils ont eu des [relations sexuelles].|Mantuvieron [relaciones sexuales].|Ebbero [rapporti sessuali].|Mantiveram [relações sexuais].|Zij hadden [geslachtsgemeenschap].|Doszło do [stosunku płciowego].
        sexual-orientation|He says that he is [homosexual].|Er ist [schwul] und lebt offen.|Elle est [lesbienne].|Declaró ser [bisexual].|È [omosessuale] dichiarato.|É [homossexual] assumido.|Hij is [homoseksueel].|Jest [homoseksualny].
        minor|The [14-year-old] called at noon.|Die [minderjährige] Tochter sah es.|Paul, [âgé de 9] ans, a été entendu.|Luis es [menor de edad].|Il figlio [minorenne] era presente.|A filha [menor de idade] estava lá.|De [minderjarige] zoon zag het.|[Małoletnia] córka to widziała.
        victim|[The victim] was taken to a shelter.|[Die Geschädigte] erstattete Anzeige.|[La victime] a porté plainte.|[La víctima] fue atendida.|[La persona offesa] ha sporto querela.|[A vítima] apresentou queixa.|[Het slachtoffer] deed aangifte.|[Pokrzywdzony] złożył zawiadomienie.
        witness|[The witness] saw a red car.|[Der Zeuge] wurde vernommen.|[Le témoin] a été entendu.|[El testigo protegido] declaró.|[Il testimone] è stato sentito.|[A testemunha] foi inquirida.|[De getuige] heeft verklaard.|[Świadek zeznał], że widział auto.
        privilege|This letter is subject to [legal professional privilege].|Es unterliegt dem [Anwaltsgeheimnis].|Couvert par le [secret professionnel].|Amparado por el [secreto profesional].|Coperto dal [segreto professionale].|Abrangido pelo [sigilo profissional].|Valt onder het [verschoningsrecht].|Objęte [tajemnicą adwokacką].
        secrecy|[EU RESTRICTED] report of the group|Einstufung: [VS-NfD], nicht weitergeben|Document [DIFFUSION RESTREINTE] du service|[DIFUSIÓN LIMITADA]: informe|Classifica: [RISERVATO] del servizio|Grau: [CONFIDENCIAL]|Rubricering: [STG. GEHEIM]|Klauzula: [ŚCIŚLE TAJNE]
        """;

    public static IEnumerable<MadeDocument> All()
    {
        foreach (string row in Rows.Split('\n'))
        {
            string[] cells = row.Trim().Split('|');
            foreach (string sentence in cells.Skip(1))
            {
                var document = new MadeDocument();
                foreach (string part in sentence.Replace("[", "]\0", StringComparison.Ordinal).Split(']'))
                {
                    if (part.StartsWith('\0'))
                        document.Add(new Sensitive("", part[1..], cells[0], true));
                    else
                        document.Add(part);
                }

                yield return document;
            }
        }
    }
}
