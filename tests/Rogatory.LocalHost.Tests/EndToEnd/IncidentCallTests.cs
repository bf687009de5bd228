using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Ledger;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>An incident over the real host, from its report to its closing.</summary>
[Collection(SystemCollection.Name)]
public sealed class IncidentCallTests(SystemUnderTest system)
{
    private const string Said = "MARKER-INCIDENT the statement lay open in the corridor.";

    private Callers Callers => system.Callers;

    private Officer Dpo => Callers.Officer("dpo", "officer-three");

    [Fact]
    public async Task A_partner_reports_and_officers_contain_notify_and_close_it()
    {
        string @case = await Callers.CompleteAsync(("statement", Material.Of(5000)));
        Answer reported = (await ReportAsync(Callers.Partner, @case)).Is(201);
        string incident = (string)reported.Json["incident"]!;
        Assert.Equal(incident, (string)(await ReportAsync(Callers.Partner, @case)).Is(201).Json["incident"]!);
        (await ReportAsync(Callers.Stranger, @case)).Refuses(404, "case-not-found");

        JsonObject view = (await Dpo.GetAsync($"/incidents/{incident}")).Is(200).Json;
        Assert.Equal(("data-lost", "open", $"partner:{Callers.Partner.Id}"), ((string)view["cause"]!, (string)view["state"]!, (string)view["openedBy"]!));
        Assert.Equal([$"{@case}/statement"], view["affected"]!["items"]!.AsArray().Select(one => (string)one!));
        Assert.Contains((await Dpo.GetAsync("/incidents")).Is(200).Json["incidents"]!.AsArray(), one => (string)one!["incident"]! == incident);

        (await PostAsync(Dpo, incident, "closings", Closing())).Refuses(409, "incident-clock-running");
        Officer reviewer = Callers.Officer(name: "officer-unassigned");
        (await reviewer.GetAsync($"/incidents/{incident}")).Refuses(403, "access-refused");
        (await reviewer.GetAsync($"/incidents/{incident}/ledger")).Refuses(403, "access-refused");
        Assert.DoesNotContain((await reviewer.GetAsync("/incidents")).Is(200).Json["incidents"]!.AsArray(), one => (string)one!["incident"]! == incident);
        Assert.DoesNotContain((await reviewer.GetAsync("/cases")).Is(200).Json["cases"]!.AsArray(), one => (string)one!["case"]! == @case);
        Assert.Equal(["incident"], MembersOf((await ReportAsync(reviewer, @case)).Is(201).Json));
        await Callers.Enrolled.AssignAsync("officer-unassigned", CaseId.Parse(@case));
        (await reviewer.GetAsync($"/incidents/{incident}")).Is(200);
        Assert.Contains((await reviewer.GetAsync("/cases")).Is(200).Json["cases"]!.AsArray(), one => (string)one!["case"]! == @case);
        (await PostAsync(reviewer, incident, "containment", new JsonObject { ["measure"] = "rotate-keys", ["reasons"] = Said })).Refuses(403, "role-required");
        JsonObject held = new() { ["measure"] = "hold-erasure", ["case"] = @case, ["reasons"] = Said };
        Assert.Equal("hold-erasure", (string)(await PostAsync(Dpo, incident, "containment", held)).Is(200).Json["measures"]![0]!["measure"]!);

        foreach (JsonNode? clock in view["clocks"]!.AsArray())
            await NotifyAsync(incident, (string)clock!["notice"]!, (string?)clock["partner"]);
        JsonObject closing = (await PostAsync(Dpo, incident, "closings", Closing())).Is(200).Json;
        if ((string)closing["state"]! == "closing")
        {
            (await PostAsync(Dpo, incident, "closings/1/approvals", Decision())).Refuses(403, "own-closing");
            closing = (await PostAsync(Callers.Officer("approver", "officer-two"), incident, "closings/1/approvals", Decision())).Is(200).Json;
        }

        Assert.Equal("closed", (string)closing["state"]!);
        Assert.DoesNotContain((await Dpo.GetAsync("/incidents")).Is(200).Json["incidents"]!.AsArray(), one => (string)one!["incident"]! == incident);
        Assert.Contains((await Dpo.GetAsync("/incidents?state=all")).Is(200).Json["incidents"]!.AsArray(), one => (string)one!["incident"]! == incident);
        byte[] ledger = (await Dpo.GetAsync($"/incidents/{incident}/ledger")).Is(200).Body;
        LedgerReport check = LedgerCheck.Check(new MemoryStream(ledger));
        Assert.True(check.Holds, check.Why);
        Assert.DoesNotContain("MARKER-INCIDENT", Encoding.UTF8.GetString(ledger) + (await Callers.LedgerAsync(@case)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_an_incident_or_not_of_its_form_is_refused()
    {
        (await Dpo.GetAsync("/incidents/INC-0000-0000-0000")).Refuses(404, "incident-not-found");
        (await Dpo.GetAsync("/incidents/nonsense")).Refuses(404, "incident-not-found");
        (await Dpo.GetAsync("/incidents/INC-0000-0000-0000/ledger")).Refuses(404, "incident-not-found");
        (await Dpo.GetAsync("/incidents?state=some")).Refuses(400, "query-malformed");
        (await Callers.Officer("intake", "officer-four").GetAsync("/incidents")).Refuses(403, "role-required");
        (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(new JsonObject { ["cause"] = "body-missing", ["description"] = Said }))).Refuses(400, "incident-malformed");
        (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(new JsonObject { ["cause"] = "other", ["officer"] = "officer-nobody", ["description"] = Said }))).Refuses(404, "officer-not-found");
        (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(new JsonObject { ["cause"] = "other", ["partner"] = "xx-nobody", ["description"] = Said }))).Refuses(404, "partner-not-found");
        (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(new JsonObject { ["cause"] = "nonsense", ["description"] = Said }))).Refuses(400, "body-malformed");
        (await Dpo.PostAsync("/incidents", """{"cause":"other","description":"no text \ud800 of characters"}"""u8.ToArray())).Refuses(400, "body-malformed");
        (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(new JsonObject { ["cause"] = "other", ["description"] = new string('x', 10_001) }))).Refuses(400, "reasons-required");
        (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(new JsonObject { ["cause"] = "other", ["description"] = new string('x', 70_000) }))).Refuses(413, "too-large");
    }

    [Fact]
    public async Task Who_may_know_nothing_of_an_incident_reports_it_and_is_told_no_more_than_that_it_is_there()
    {
        await Callers.Enrolled.EnrolAsync("officer-six");
        JsonObject body = new() { ["cause"] = "other", ["officer"] = "officer-six", ["description"] = Said };
        JsonObject seen = (await Dpo.PostAsync("/incidents", SampleRequests.ToBytes(body))).Is(201).Json;
        Assert.NotNull(seen["affected"]);
        foreach (Officer other in (Officer[])[Callers.Officer("intake", "officer-four"), Callers.Officer("dpo", "officer-six")])
        {
            JsonObject told = (await other.PostAsync("/incidents", SampleRequests.ToBytes(body))).Is(201).Json;
            Assert.Equal((string)seen["incident"]!, (string)told["incident"]!);
            Assert.Equal(["incident"], MembersOf(told));
        }
    }

    [Fact]
    public async Task A_partner_names_the_case_and_speaks_for_itself_alone()
    {
        (await PostAsync(new JsonObject { ["cause"] = "data-lost", ["description"] = Said })).Refuses(400, "incident-malformed");
        foreach ((string member, string value) in ((string, string)[])[("partner", "de-bfj"), ("officer", "officer-two"), ("regime", "gdpr")])
            (await PostAsync(new JsonObject { ["cause"] = "data-lost", ["case"] = "7K3Q-F2M9-X4TD", ["description"] = Said, [member] = value })).Refuses(400, "incident-malformed");
        (await PostAsync(new JsonObject { ["cause"] = "data-lost", ["case"] = "7K3Q-F2M9-X4TD", ["description"] = Said })).Refuses(404, "case-not-found");

        Task<Answer> PostAsync(JsonObject body) => Callers.Partner.CallAsync(HttpMethod.Post, "/api/v1/incidents", SampleRequests.ToBytes(body));
    }

    // Whether one was open already, and since when, is more than that it is taken down.
    private static IEnumerable<string> MembersOf(JsonObject view) => view.Where(member => member.Value is not null).Select(member => member.Key);

    private async Task NotifyAsync(string incident, string kind, string? partner)
    {
        JsonObject draft = new() { ["kind"] = kind, ["consequences"] = Said, ["measures"] = "The copy was destroyed.", ["partner"] = partner };
        if (kind == "persons-concerned")
            draft["plainWords"] = "Your statement was seen by somebody who should not see it.";
        JsonObject notice = (await PostAsync(Dpo, incident, "notices", draft)).Is(201).Json;
        Assert.Equal(kind, (string)notice["document"]!["notice"]!);
        JsonObject sent = new() { ["digest"] = (string)notice["digest"]!, ["channel"] = "authority-channel" };
        for (int time = 0; time < 2; time++)
            (await PostAsync(Dpo, incident, $"notices/{notice["notice"]}/sending", sent)).Is(200);
        sent["channel"] = "letter";
        (await PostAsync(Dpo, incident, $"notices/{notice["notice"]}/sending", sent)).Refuses(409, "notice-sent-already");
    }

    private static Task<Answer> ReportAsync(Partner partner, string @case) => partner.CallAsync(HttpMethod.Post, "/api/v1/incidents", SampleRequests.ToBytes(
        new JsonObject { ["cause"] = "data-lost", ["case"] = @case, ["item"] = "statement", ["description"] = Said }));

    private static Task<Answer> ReportAsync(Officer officer, string @case) => officer.PostAsync("/incidents", SampleRequests.ToBytes(
        new JsonObject { ["cause"] = "data-lost", ["case"] = @case, ["item"] = "statement", ["description"] = Said }));

    private static Task<Answer> PostAsync(Officer officer, string incident, string what, JsonObject body) =>
        officer.PostAsync($"/incidents/{incident}/{what}", SampleRequests.ToBytes(body));

    private static JsonObject Closing() => new()
    {
        ["cause"] = "A device that was stolen.", ["effect"] = Said, ["remedy"] = "It was wiped from afar.", ["change"] = "Devices are wiped by themselves.",
    };

    private static JsonObject Decision() => new() { ["decision"] = "approve", ["reasons"] = "The record was compared with what is said." };
}
