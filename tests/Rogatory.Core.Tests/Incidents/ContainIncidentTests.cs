using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Tests.Retention;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Incidents;

public sealed class ContainIncidentTests
{
    private const string Why = "Until it is known who has the key.";
    private static readonly OfficerId Admin = OfficerId.Parse("o-admin");

    [Fact]
    public async Task A_partner_is_suspended_and_the_incident_says_so_once()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario.Authority, scenario.Case);
        var target = new ContainmentTarget(ContainmentMeasure.SuspendPartner, Partner: TestAuthority.Partner);
        IncidentState contained = await ContainAsync(scenario.Authority, state, target);
        Assert.Equal((ContainmentMeasure.SuspendPartner, TestAuthority.Partner), (Assert.Single(contained.Measures).Measure, contained.Measures[0].Partner!.Value));
        Assert.True((await scenario.Authority.Register.FindAsync(TestAuthority.Partner, CancellationToken.None))!.IsSuspended);
        Assert.Single((await ContainAsync(scenario.Authority, state, target)).Measures);
        await Refused("partner-not-found", () => ContainAsync(scenario.Authority, state, target with { Partner = PartnerId.Parse("zz-none") }));
    }

    [Fact]
    public async Task An_officer_is_suspended()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario.Authority, scenario.Case);
        var authorize = new AuthorizeOfficer(scenario.Authority.Officers, EnrolledOfficers.Founders);
        int proposal = await authorize.ProposeAsync(Admin, DisclosureScenario.Approver, [OfficerRole.Approver], "desk", "H3", CancellationToken.None);
        await authorize.ApproveAsync(OfficerId.Parse("o-second"), DisclosureScenario.Approver, proposal, CancellationToken.None);
        await ContainAsync(scenario.Authority, state, new ContainmentTarget(ContainmentMeasure.SuspendOfficer, Officer: DisclosureScenario.Approver));
        Assert.True((await scenario.Authority.Officers.GetAsync(CancellationToken.None)).Find(DisclosureScenario.Approver)!.IsSuspended);
        await Refused("officer-not-found", () => ContainAsync(scenario.Authority, state, new ContainmentTarget(ContainmentMeasure.SuspendOfficer, Officer: OfficerId.Parse("o-nobody"))));
    }

    [Fact]
    public async Task Disclosures_that_were_not_handed_out_are_withdrawn_and_those_that_were_are_left_to_a_recall()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        DisclosureState handed = await scenario.ReadyAsync();
        await scenario.FetchAsync(handed.Id);
        DisclosureState waiting = await scenario.ProposeAsync();
        IncidentState state = await OpenAsync(scenario.Authority, scenario.Case);
        await ContainAsync(scenario.Authority, state, new ContainmentTarget(ContainmentMeasure.WithdrawDisclosures, scenario.Case));
        Assert.Equal((false, true), ((await scenario.FindAsync(waiting.Id)).IsUnderWay, (await scenario.FindAsync(handed.Id)).HasLeftUs));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task Erasure_of_the_case_is_held_as_evidence()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario.Authority, scenario.Case);
        await ContainAsync(scenario.Authority, state, new ContainmentTarget(ContainmentMeasure.HoldErasure, scenario.Case));
        Assert.True((await scenario.Authority.StateAsync(scenario.Case)).Retention.IsHeld(DisclosureScenario.Item));
    }

    [Fact]
    public async Task Keys_are_rotated_and_the_retired_version_is_disabled_at_once_when_nothing_is_under_it()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario.Authority, scenario.Case);
        await ContainAsync(scenario.Authority, state, new ContainmentTarget(ContainmentMeasure.RotateKeys));
        KeyRotation rotation = (await scenario.Authority.KeyRegister.GetAsync(CancellationToken.None)).Newest!;
        string retired = Assert.Single(rotation.Retired);
        var disable = new ContainmentTarget(ContainmentMeasure.DisableKeyVersion, Key: retired);
        await Refused("key-version-in-use", () => ContainAsync(scenario.Authority, state, disable));
        await scenario.RunAsync();
        await Refused("key-version-in-use", () => ContainAsync(scenario.Authority, state, disable with { Key = rotation.Key }));
        foreach (CaseId @case in (await scenario.EnvelopesAsync()).Select(one => one.Path.Case).Distinct())
            await scenario.Authority.Runner.RunAsync(@case, CancellationToken.None);

        await ContainAsync(scenario.Authority, state, disable);
        Assert.True((await scenario.Authority.KeyRegister.GetAsync(CancellationToken.None)).Disabled.ContainsKey(retired));
        Assert.False((await scenario.Authority.KeyWrap.ListAsync(CancellationToken.None)).Single(one => one.KeyId == retired).IsEnabled);
    }

    [Theory]
    [InlineData(ContainmentMeasure.SuspendPartner)]
    [InlineData(ContainmentMeasure.SuspendOfficer)]
    [InlineData(ContainmentMeasure.WithdrawDisclosures)]
    [InlineData(ContainmentMeasure.HoldErasure)]
    [InlineData(ContainmentMeasure.DisableKeyVersion)]
    public async Task A_measure_that_does_not_name_exactly_what_it_is_taken_against_is_refused(ContainmentMeasure measure)
    {
        using var authority = new TestAuthority();
        IncidentState state = await OpenAsync(authority, Some.Case);
        await Refused("containment-malformed", () => ContainAsync(authority, state, new ContainmentTarget(measure)));
        await Refused("containment-malformed", () => ContainAsync(authority, state, new ContainmentTarget(measure, Some.Case, TestAuthority.Partner)));
        await Refused("containment-malformed", () => ContainAsync(authority, state, new ContainmentTarget(ContainmentMeasure.RotateKeys, Some.Case)));
        await Refused("reasons-required", () => authority.ContainIncident.RunAsync(Admin, state.Incident, new ContainmentTarget(ContainmentMeasure.RotateKeys), "no", CancellationToken.None));
    }

    private static Task<IncidentState> OpenAsync(TestAuthority authority, CaseId @case) =>
        authority.Incidents.RunAsync(new IncidentReport(IncidentCause.Other, new IncidentPlace(@case)), CancellationToken.None);

    private static Task<IncidentState> ContainAsync(TestAuthority authority, IncidentState state, ContainmentTarget target) =>
        authority.ContainIncident.RunAsync(Admin, state.Incident, target, Why, CancellationToken.None);

    private static async Task Refused(string slug, Func<Task> act) => Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);
}
