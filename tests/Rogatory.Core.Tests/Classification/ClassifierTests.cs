using FsCheck;
using FsCheck.Fluent;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Contact;
using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification;

public sealed class ClassifierTests
{
    private const string Iban = "DE89 3704 0044 0532 0130 00";

    private static readonly Gen<string> Pieces = Gen.Elements(
        Iban, "DE89370400440532013000", "4111 1111 1111 1111", "card ", "IBAN: ", "jo@example.org", "@", " ", "\n", ",", ".", "-", "1", "0", "a",
        "é", "e\u0301", "numéro de carte ", "ß", "1234 ", "身", "<", "://", "x@", "\U0001f600", "visa\n", "Konto", "12.03.1980", "+49 30 123456");

    [Fact]
    public void However_a_text_is_cut_the_same_is_found() =>
        Prop.ForAll(
            (from pieces in Pieces.ArrayOf(200)
             from cuts in Gen.Choose(0, 300).ArrayOf(20)
             select (Text: string.Concat(pieces), cuts)).ToArbitrary(),
            sample =>
            {
                List<Finding> whole = Classified.By([], sample.Text);
                var cut = new List<Finding>();
                var classifier = new Classifier(DetectorPack.Standard, cut.Add);
                classifier.MoveTo(new Locator("body", Line: 1), null);
                int at = 0;
                foreach (int length in sample.cuts)
                {
                    int taken = Math.Min(length, sample.Text.Length - at);
                    classifier.Write(sample.Text.AsSpan(at, taken));
                    at += taken;
                }

                classifier.Write(sample.Text.AsSpan(at));
                classifier.Complete();
                Assert.Equal(string.Join('\n', whole.Select(Text)), string.Join('\n', cut.Select(Text)));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Wherever_the_window_ends_the_same_is_found() =>
        Prop.ForAll(
            (from pieces in Pieces.ArrayOf(2_500)
             from capacity in Gen.Choose(Classifier.LeastCapacity, 9_000)
             select (Text: string.Concat(pieces), Capacity: capacity)).ToArbitrary(),
            sample =>
            {
                List<Finding>[] found = [[], []];
                foreach ((List<Finding> into, int capacity) in found.Zip([sample.Text.Length + Classifier.LeastCapacity, sample.Capacity]))
                {
                    var classifier = new Classifier(DetectorPack.Standard, into.Add, capacity);
                    classifier.MoveTo(new Locator("body", Line: 1), null);
                    classifier.Write(sample.Text);
                    classifier.Complete();
                }

                Assert.Equal(string.Join('\n', found[0].Select(Text)), string.Join('\n', found[1].Select(Text)));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Offsets_count_over_all_places_and_lines_within_one()
    {
        var found = new List<Finding>();
        var classifier = new Classifier(new DetectorPack([new Iban()]), found.Add);
        classifier.MoveTo(new Locator("body", Page: 2, Line: 10), null);
        classifier.Write($"one\ntwo\n{Iban}\n");
        classifier.MoveTo(new Locator("sheet", Cell: "B2"), null);
        classifier.Write($"a\n{Iban}");
        classifier.Complete();
        Assert.Equal([new Locator("body", 2, 12), new Locator("sheet", Cell: "B2")], found.Select(finding => finding.Locator));
        Assert.Equal([8, 38], found.Select(finding => finding.Start));
        Assert.Equal([35, 65], found.Select(finding => finding.End));
    }

    [Fact]
    public void Lines_are_counted_past_the_windows_end()
    {
        var found = new List<Finding>();
        var classifier = new Classifier(new DetectorPack([new Iban()]), found.Add);
        classifier.MoveTo(new Locator("body", Line: 1), null);
        for (int line = 1; line < 100_000; line++)
            classifier.Write("nothing\n");
        classifier.Write(Iban);
        classifier.Complete();
        Assert.Equal(100_000, Assert.Single(found).Locator.Line);
    }

    [Fact]
    public void Nothing_is_found_across_two_places()
    {
        var found = new List<Finding>();
        var classifier = new Classifier(DetectorPack.Standard, found.Add);
        classifier.Write(Iban.AsSpan(0, 12));
        classifier.MoveTo(new Locator("body"), null);
        classifier.Write(Iban.AsSpan(12));
        classifier.Complete();
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("cardNumber")]
    [InlineData("card_number")]
    [InlineData("CARD NUMBER")]
    [InlineData("Numéro de carte")]
    public void A_label_is_context_however_it_is_written(string label)
    {
        Finding finding = Assert.Single(Classified.By([new PaymentCard()], "4111111111111111", label));
        Assert.Equal(0.98, finding.Confidence);
        Assert.Contains(finding.Reasons, reason => reason.EndsWith("in the label", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_before_makes_surer_one_far_away_or_after_another_number_does_not()
    {
        Assert.True(ConfidenceOf("card 4111111111111111 x") > ConfidenceOf("item 4111111111111111 x"));
        Assert.Equal(ConfidenceOf("item 4111111111111111 x"), ConfidenceOf($"card {new string('.', 120)} 4111111111111111 x"));
        Assert.True(ConfidenceOf("card 4111111111111111 x") > ConfidenceOf("card\n4111111111111111 x"));
        Assert.True(ConfidenceOf("card\n4111111111111111 x") > ConfidenceOf("item\n4111111111111111 x"));
    }

    [Fact]
    public void A_word_that_speaks_against_it_makes_less_sure() =>
        Assert.True(ConfidenceOf("order no 4111111111111111 x") < ConfidenceOf("item 4111111111111111 x"));

    [Fact]
    public void The_cell_before_is_a_label_where_the_place_has_none()
    {
        var found = new List<Finding>();
        var classifier = new Classifier(new DetectorPack([new PaymentCard()]), found.Add);
        foreach (string cell in new[] { "Kreditkarte", "4111111111111111" })
        {
            classifier.MoveTo(new Locator("table"), null);
            classifier.Write(cell);
        }

        classifier.Complete();
        Assert.Equal(0.98, Assert.Single(found).Confidence);
    }

    [Theory]
    [InlineData("99DE89 3704 0044 0532 0130 00")]
    [InlineData("DE89370400440532013000123456")]
    [InlineData("4111111111111111-1234")]
    [InlineData("0004111111111111111")]
    [InlineData("1.4111111111111111")]
    [InlineData("4111111111111111.55")]
    [InlineData("€4111111111111111")]
    [InlineData("550e8400/4111111111111111")]
    public void A_part_of_something_longer_is_not_found(string text) =>
        Assert.DoesNotContain(Classified.By([new Iban(), new PaymentCard()], text), finding => finding.Confidence > 0.3);

    [Fact]
    public void Where_two_explain_the_same_text_the_better_one_stands()
    {
        Finding finding = Assert.Single(Classified.By([new AnyDigits("longer", 0.5), new Iban()], "IBAN " + Iban));
        Assert.Equal("iban", finding.Detector);
        finding = Assert.Single(Classified.By([new AnyDigits("one", 0.5), new AnyDigits("two", 0.7)], "x 12345678 y"));
        Assert.Equal("two", finding.Detector);
        Assert.Contains("less likely: one", finding.Reasons);
    }

    [Fact]
    public void Readings_of_different_categories_stand_side_by_side_where_neither_is_much_surer()
    {
        Assert.Equal(2, Classified.By([new AnyDigits("one", 0.5), new AnyDigits("two", 0.7, "tax-number")], "x 12345678 y").Count);
        Assert.Equal("two", Assert.Single(Classified.By([new AnyDigits("one", 0.35), new AnyDigits("two", 0.7, "tax-number")], "x 12345678 y")).Detector);
        Assert.Equal("two", Assert.Single(Classified.By([new AnyDigits("one", 0.8), new AnyDigits("two", 0.9, "tax-number")], "x 12345678 y")).Detector);
        Assert.Equal("two", Assert.Single(Classified.By([new AnyDigits("one", 0.5), new AnyDigits("two", 0.7)], "x 12345678 y")).Detector);
    }

    [Fact]
    public void Reasons_never_hold_what_was_found() =>
        Assert.DoesNotContain(
            Classified.By([], $"IBAN {Iban}, card 4111 1111 1111 1111, jo@example.org"),
            finding => finding.Reasons.Any(reason => reason.Contains("3704", StringComparison.Ordinal) || reason.Contains("4111", StringComparison.Ordinal)));

    [Fact]
    public void A_pack_refuses_two_detectors_of_one_id_and_a_category_that_is_none()
    {
        Assert.Throws<ArgumentException>(() => new DetectorPack([new Iban(), new Iban()]));
        Assert.Throws<ArgumentException>(() => new DetectorPack([new AnyDigits("one", 0.5, "no-category")]));
    }

    [Fact]
    public void A_packs_version_is_anothers_when_its_words_are() =>
        Assert.NotEqual(new DetectorPack([new Iban()]).Version, new DetectorPack([new Iban(), new EmailAddress()]).Version);

    private static double ConfidenceOf(string text) => Assert.Single(Classified.By([new PaymentCard()], text)).Confidence;

    /// <summary>The findings' reasons and places too.</summary>
    private static string Text(Finding finding) =>
        $"{finding.Start}-{finding.End} {finding.Detector} {finding.Confidence} {string.Join('|', finding.Reasons)} {finding.Locator}";

    private sealed class AnyDigits(string id, double confidence, string category = "national-number") : NumberRule
    {
        public override string Id => id;

        public override string Category => category;

        public override string Citation => "none";

        public override IReadOnlyList<string> Shapes => ["########", "#### #### ####"];

        public override string Check => "digits";

        public override double Bare => confidence;

        public override double InContext => confidence;

        public override bool IsValid(ReadOnlySpan<char> compact) => true;
    }
}
