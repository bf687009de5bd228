using Rogatory.Core.Case;
using Rogatory.LocalHost.Tests.EndToEnd;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.Drills;

/// <summary>The space of drills, attacked with what is real.</summary>
public sealed class DrillSpaceTests(DrillSystem system) : IClassFixture<DrillSystem>
{
    private const string Real = "7K3Q-F2M9-X4TD";
    private const string Player = "o-intruder";

    [Theory]
    [InlineData($"/cases/{Real}")]
    [InlineData($"/cases/{Real}/ledger")]
    [InlineData($"/cases/{Real}/risk")]
    [InlineData($"/cases/{Real}/checkpoint")]
    [InlineData($"/cases/{Real}/erasures/1/certificate")]
    public async Task The_space_of_drills_shows_an_officer_no_real_case(string path) =>
        (await (await PlayingAsync()).GetAsync(path)).Refuses(404, "case-not-of-drill");

    [Fact]
    public async Task The_space_of_drills_lets_an_officer_do_nothing_in_a_real_case()
    {
        Officer player = await PlayingAsync();
        (await player.DecideAsync(Real, "accept")).Refuses(404, "case-not-of-drill");
        (await player.ReadAsync(Real, "statement")).Refuses(404, "case-not-of-drill");
        (await player.AddAsync(Real, "statement", [1])).Refuses(404, "case-not-of-drill");
        (await player.PostAsync($"/disclosures/{Real}-1/approvals", """{"decision":"approve","reasons":"As the file shows."}"""u8.ToArray())).Refuses(404, "case-not-of-drill");
        (await player.PostAsync("/incidents", System.Text.Encoding.UTF8.GetBytes($$"""{"cause":"other","case":"{{Real}}","description":"Of a real case."}"""))).Refuses(404, "case-not-of-drill");
    }

    [Fact]
    public async Task A_real_case_is_no_run_of_a_drill()
    {
        Officer player = await PlayingAsync();
        (await player.GetAsync($"/drills/{Real}")).Refuses(404, "drill-not-found");
        (await player.PostAsync($"/drills/{Real}/score", [])).Refuses(404, "drill-not-found");
    }

    [Fact]
    public async Task A_run_is_shown_to_its_player_alone_and_scored_by_nobody_else()
    {
        string run = (string)(await (await PlayingAsync()).PostAsync("/drills", """{"drill":"no-legal-basis"}"""u8.ToArray())).Json["case"]!;
        Officer other = system.Callers.Officer("reviewer,approver,auditor", "o-other-player");
        (await other.GetAsync($"/drills/{run}")).Refuses(404, "drill-not-found");
        (await other.PostAsync($"/drills/{run}/score", [])).Refuses(404, "drill-not-found");
    }

    [Fact]
    public async Task Nobody_who_signs_in_keeps_the_registers_of_the_space_of_drills()
    {
        Officer admin = system.Callers.Officer("admin", "o-would-be-admin");
        system.Callers.Enrolled.LeaveOut("o-would-be-admin");
        Answer answer = await admin.PostAsync("/officers/o-would-be-admin/training", """{"course":"mla-basics","version":"1","passedOn":"2026-11-01","evidence":"record","reference":"made-up"}"""u8.ToArray());
        Assert.Equal(403, answer.Status);
        foreach (string name in (string[])["drill-admin", "drill-colleague"])
        {
            system.Callers.Enrolled.LeaveOut(name);
            Assert.Equal(401, (await system.Callers.Officer("admin", name).GetAsync("/officers")).Status);
        }
    }

    [Fact]
    public async Task A_host_of_real_matters_does_not_start_on_the_storage_of_drills_and_one_of_drills_starts_on_it_again()
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("rogatory-wrong-space-");
        try
        {
            Uri[] free = FreePorts.Origins(2);
            LocalHostOptions options = SystemUnderTest.Options(data.FullName, free[0], free[1], system.Gate, system.Azurite);
            OtherSpaceException refused = await Assert.ThrowsAsync<OtherSpaceException>(() => LocalHostServer.StartAsync(options));
            Assert.Contains("not of the space 'real'", refused.Message, StringComparison.Ordinal);
            await using LocalHostServer again = await LocalHostServer.StartAsync(options with { Space = Space.Drill });
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    // Who plays has an entry in the space's register, and so comes as far as anyone does there.
    private async Task<Officer> PlayingAsync()
    {
        Officer player = system.Callers.Officer("reviewer,approver,auditor", Player);
        system.Callers.Enrolled.LeaveOut(Player);
        Assert.Contains((await player.PostAsync("/drills", """{"drill":"no-legal-basis"}"""u8.ToArray())).Status, (int[])[200, 201]);
        return player;
    }
}
