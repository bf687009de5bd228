using System.Text.Json.Nodes;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class DrillIdTests(SystemUnderTest system)
{
    private const string Drill = "DRYR-7K3Q-F2M9";

    private Callers Callers => system.Callers;

    [Theory]
    [InlineData($"/cases/{Drill}")]
    [InlineData($"/cases/{Drill}/ledger")]
    [InlineData($"/cases/{Drill}/risk")]
    [InlineData($"/cases/{Drill}/checkpoint")]
    [InlineData($"/cases/{Drill}/erasures/1/certificate")]
    public async Task Real_matters_show_an_officer_no_drills_case(string path) =>
        (await Callers.Officer("reviewer,auditor").GetAsync(path)).Refuses(404, "case-of-drill");

    [Fact]
    public async Task Real_matters_let_an_officer_do_nothing_in_a_drills_case()
    {
        Officer officer = Callers.Officer("reviewer,approver");
        (await officer.DecideAsync(Drill, "accept")).Refuses(404, "case-of-drill");
        (await officer.ReadAsync(Drill, "statement")).Refuses(404, "case-of-drill");
        (await officer.AddAsync(Drill, "statement", [1])).Refuses(404, "case-of-drill");
        (await officer.PostAsync($"/disclosures/{Drill}-1/approvals", """{"decision":"approve","reasons":"As the file shows."}"""u8.ToArray())).Refuses(404, "case-of-drill");
    }

    [Fact]
    public async Task Real_matters_take_nothing_of_a_drill_from_a_partner()
    {
        (await Callers.Partner.GetAsync($"/requests/{Drill}")).Refuses(404, "case-of-drill");
        (await Callers.Partner.SendAsync(Drill, "statement", [1])).Refuses(404, "case-of-drill");
        (await Callers.Partner.FetchAsync($"{Drill}-1")).Refuses(404, "case-of-drill");
        JsonObject letter = Letter.Declaring();
        letter["reference"] = $"re {Drill}";
        (await Callers.Partner.OpenAsync(letter)).Refuses(404, "case-of-drill");
    }

    [Fact]
    public async Task The_authority_says_that_its_matters_are_real() =>
        Assert.Equal("real", (string?)(await Callers.GetAsync("/authority")).Is(200).Json["space"]);
}
