using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Legal;
using Rogatory.Core.Classification.Reading;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Classification.Legal;

public sealed class MarkingTests
{
    private static readonly Detector[] Markings = [.. LegalDetectors.All().Where(detector => detector.Category is "privilege" or "secrecy")];

    [Theory]
    [InlineData("This e-mail is protected by attorney-client privilege.", "attorney-client privilege", "privilege")]
    [InlineData("PRIVILEGED & CONFIDENTIAL", "PRIVILEGED & CONFIDENTIAL", "privilege")]
    [InlineData("Unterliegt dem Anwaltsgeheimnis", "Anwaltsgeheimnis", "privilege")]
    [InlineData("couvert par le secret professionnel", "secret professionnel", "privilege")]
    [InlineData("amparado por el secreto profesional", "secreto profesional", "privilege")]
    [InlineData("coperto da segreto professionale", "segreto professionale", "privilege")]
    [InlineData("abrangido pelo sigilo profissional", "sigilo profissional", "privilege")]
    [InlineData("valt onder het verschoningsrecht", "verschoningsrecht", "privilege")]
    [InlineData("objęte tajemnicą adwokacką", "tajemnicą adwokacką", "privilege")]
    [InlineData("EU RESTRICTED", "EU RESTRICTED", "secrecy")]
    [InlineData("VS-NUR FÜR DEN DIENSTGEBRAUCH", "VS-NUR FÜR DEN DIENSTGEBRAUCH", "secrecy")]
    [InlineData("VS-NfD eingestuft", "VS-NfD", "secrecy")]
    [InlineData("Mention : DIFFUSION RESTREINTE", "DIFFUSION RESTREINTE", "secrecy")]
    [InlineData("TOP SECRET\n\nReport of the day", "TOP SECRET", "secrecy")]
    [InlineData("report (SECRET) of the day", "SECRET", "secrecy")]
    [InlineData("Klassifizierung: vertraulich, gez.", "vertraulich", "secrecy")]
    [InlineData("Klauzula: ŚCIŚLE TAJNE", "ŚCIŚLE TAJNE", "secrecy")]
    [InlineData("Confidential\nDear Jo", "Confidential", "secrecy")]
    [InlineData("STRENG GEHEIM", "STRENG GEHEIM", "secrecy")]
    public void A_marking_is_found(string text, string value, string category)
    {
        Finding finding = Assert.Single(Classified.By(Markings, text));
        Assert.Equal((value, category), (Classified.Value(text, finding), finding.Category));
        Assert.True(finding.Confidence >= 0.8);
    }

    [Theory]
    [InlineData("{\"confidential\":true,\"sealed\":[1]}", 0)]
    [InlineData("{\"handling\":\"CONFIDENTIAL\"}", 1)]
    [InlineData("{\"a\":\"confidential\"}", 1)]
    [InlineData("[\"CONFIDENTIAL\"]", 1)]
    [InlineData("{\"VS-NfD\":1}", 1)]
    public void An_everyday_word_as_the_name_of_a_field_is_a_label_and_its_value_can_be_a_marking(string json, int found)
    {
        var findings = new List<Finding>();
        var sink = new FindingSink(new DetectorPack(Markings), findings.Add);
        ItemReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), sink, new ReadingLimits(), CancellationToken.None);
        sink.Complete();
        Assert.Equal(found, findings.Count(one => one.Category == "secrecy"));
    }

    [Fact]
    public void A_plain_request_holds_no_marking_by_its_format()
    {
        var findings = new List<Finding>();
        var sink = new FindingSink(new DetectorPack(Markings), findings.Add);
        using FileStream request = File.OpenRead(Samples.Path("requests", "uncac-bank-records.json"));
        ItemReader.Read(request, sink, new ReadingLimits(), CancellationToken.None);
        sink.Complete();
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("It is no secret that the meeting was confidential.")]
    [InlineData("trade secrets and secret ballots")]
    [InlineData("The court restricted the right.")]
    [InlineData("Das Gespräch war vertraulich und blieb geheim.")]
    [InlineData("un secret de famille")]
    [InlineData("es un secreto a voces")]
    [InlineData("la sala è riservata a loro")]
    [InlineData("dados confidenciais")]
    [InlineData("een geheim recept")]
    [InlineData("tajne komplety w czasie wojny")]
    [InlineData("the privilege of the attorney at the client's table")]
    [InlineData("professional training")]
    [InlineData("a sealed envelope")]
    [InlineData("classified advertisements")]
    [InlineData("the EU is restricted by the treaties, a member said")]
    [InlineData("confidentiality agreement")]
    [InlineData("Wir klassifizieren: es war kein Geheimnis.")]
    [InlineData("reservado el derecho de admisión")]
    [InlineData("client attorney conference")]
    [InlineData("secretary of state")]
    public void Everyday_words_are_no_markings(string text) => Assert.Empty(Classified.By(Markings, text));
}
