using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Intake;

public sealed class RequestDocumentTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    public static TheoryData<string> Samples => [.. SampleRequests.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_can_be_read(string name) => RequestDocument.Parse(SampleRequests.Read(name), Policy);

    [Fact]
    public void Every_member_is_read_as_it_was_sent()
    {
        RequestDocument request = RequestDocument.Parse(SampleRequests.Read("uncac-bank-records"), Policy);

        Assert.Equal("PFV-2026-0411", request.Reference);
        Assert.Equal(
            new RequestingAuthority(
                "Parquet financier de Valombre (fictitious)", "prosecutor",
                "Registry of international assistance\nregistry@parquet-valombre.example"),
            request.Authority);
        Assert.Equal(
            new Proceeding(
                "Suspected bribery in the award of a harbour contract", "investigation",
                "Investigating judge A. Exemple, economic crime chamber of Valombre"),
            request.Proceeding);
        Assert.Equal(new LegalBasis("UNCAC", "46(3)(f)"), request.LegalBasis);
        Assert.Equal("investigation", request.Purpose);
        Assert.Equal(
            new Offence("Active bribery of a public official", "Criminal Code of Valombre, art. 433-1", 10, Political: false, Fiscal: false),
            Assert.Single(request.Offences));
        Assert.StartsWith("Between March and June 2025", request.Facts, StringComparison.Ordinal);
        Assert.Equal(
            new AssistanceSought(
                "bank-records", "Statements and opening documents of account XX00 0000 0000 0001 from 1 January to 31 December 2025",
                "Certified copies; the account holder is not to be told"),
            Assert.Single(request.Assistance));
        Assert.Equal(2, request.Persons.Count);
        Assert.Equal(
            new PersonConcerned(
                "Jean Exemple", "suspect", StateCode.Parse("FR"), new DateOnly(1980, 3, 2), Minor: false, "1 rue de l'Invention, Valombre"),
            request.Persons[0]);
        Assert.Equal("routine", request.Urgency);
        Assert.Equal(new DateOnly(2027, 1, 31), request.RespondBy);
        Assert.True(request.Confidential);
        Assert.Equal("H1", request.Handling);
        Assert.Equal(["bank-records", "identity"], request.DataCategories);
        Assert.Equal(["statement", "letter", "order"], request.Items.Select(item => item.Id.ToString()));
        DeclaredItem item = request.Items[0];
        Assert.Equal(("account statement.csv", "text/csv", 1234), (item.Name, item.Type, item.Size));
        Assert.Equal(32, item.Sha256.Length);
    }

    [Fact]
    public void The_least_that_opens_a_case_is_a_reference_an_instrument_and_a_list_of_items()
    {
        RequestDocument request = RequestDocument.Parse("""{"reference":"A","legalBasis":{"instrument":"EIO"},"items":[]}"""u8.ToArray(), Policy);
        Assert.Equal(("A", "EIO"), (request.Reference, request.LegalBasis.Instrument));
        Assert.Empty(request.Items);
    }

    [Fact]
    public void A_request_under_an_instrument_that_the_policy_dropped_can_be_read_again() =>
        Assert.Equal("OLD-TREATY", RequestDocument.Parse(
            """{"reference":"A","legalBasis":{"instrument":"OLD-TREATY"},"items":[]}"""u8.ToArray()).LegalBasis.Instrument);

    [Fact]
    public void An_instrument_is_an_id_even_when_no_policy_says_which() =>
        Assert.Throws<RefusedException>(() => RequestDocument.Parse(
            """{"reference":"A","legalBasis":{"instrument":"the treaty of friendship"},"items":[]}"""u8.ToArray()));

    [Fact]
    public void The_summary_holds_codes_dates_and_ids_and_no_text_that_a_person_wrote()
    {
        RequestDocument request = RequestDocument.Parse(SampleRequests.Read("uncac-bank-records"), Policy);
        RequestSummary summary = request.Summary;

        Assert.Equal("UNCAC", summary.Instrument);
        Assert.Equal("46(3)(f)", summary.Article);
        Assert.Equal("investigation", summary.Purpose);
        Assert.Equal("routine", summary.Urgency);
        Assert.Equal("H1", summary.Handling);
        Assert.Equal(new DateOnly(2027, 1, 31), summary.RespondBy);
        Assert.True(summary.Confidential);
        Assert.Equal(["bank-records"], summary.AssistanceKinds);
        Assert.Equal(["bank-records", "identity"], summary.DataCategories);
        Assert.Equal([ItemId.Parse("statement"), ItemId.Parse("letter"), ItemId.Parse("order")], summary.Items);

        string written = JsonSerializer.Serialize(summary);
        foreach (string sensitive in new[] { "Exemple", "Valombre", "PFV", "account", "Registry", "bribery", ".csv" })
            Assert.DoesNotContain(sensitive, written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_of_a_request_shows_when_it_is_printed()
    {
        RequestDocument request = RequestDocument.Parse(SampleRequests.Read("uncac-bank-records"), Policy);
        object[] parts = [request, request.Authority!, request.Proceeding!, request.Offences[0], request.Assistance[0], request.Persons[0]];
        Assert.All(parts, part => Assert.Equal(part.GetType().Name, part.ToString()));
        Assert.Equal("DeclaredItem statement", request.Items[0].ToString());
    }

    [Fact]
    public void A_refusal_names_its_slug_and_carries_the_faults_but_its_text_says_nothing_of_the_request()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => RequestDocument.Parse("""{"reference":"Dupont\u0000"}"""u8.ToArray(), Policy));
        Assert.Equal("request-malformed", refused.Slug);
        IReadOnlyList<RequestFault> faults = Assert.IsAssignableFrom<IReadOnlyList<RequestFault>>(refused.Extensions["faults"]);
        Assert.Equal(["/reference", "/legalBasis/instrument", "/items"], faults.Select(fault => fault.Pointer));
        Assert.DoesNotContain("Dupont", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(faults, fault => fault.ToString().Contains("Dupont", StringComparison.Ordinal));
    }
}
