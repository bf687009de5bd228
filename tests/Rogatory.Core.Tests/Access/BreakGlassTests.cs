using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Access;

public sealed class BreakGlassTests : IDisposable
{
    private const string Why = "The hearing was brought forward to this evening.";
    private static readonly OfficerId Officer = OfficerId.Parse("o-emergency"), Reviewer = OfficerId.Parse("o-dpo");
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task A_broken_glass_stands_four_hours_with_sealed_reasons_and_an_incident_and_stays_open_until_a_second_person_closes_it()
    {
        CaseId @case = await StartAsync();
        Glass glass = await BreakAsync(@case);
        Assert.Equal((1, Officer, @case, _authority.Time.Now.AddHours(4), true), (glass.Broken.Glass, glass.Broken.Officer, glass.Broken.Case, glass.Broken.Until, glass.IsOpen));
        Assert.NotNull((await _authority.StateAsync(@case)).Find(glass.Broken.Reasons));
        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.GlassBroken, Officer, IncidentSeverity.Low), (incident.Cause, incident.Officer, incident.Severity));

        _authority.Time.Advance(TimeSpan.FromDays(30));
        Assert.True(Assert.Single((await RegisterAsync()).Glass).IsOpen);
        Glass reviewed = await ReviewAsync(Reviewer, GlassOutcome.Justified);
        Assert.Equal((false, "officer:o-dpo"), (reviewed.IsOpen, reviewed.ReviewedBy));
        Assert.Equal(reviewed, await ReviewAsync(Reviewer, GlassOutcome.Justified));
        Assert.DoesNotContain("hearing", await _authority.LedgerTextAsync(OfficerRegister.LedgerName) + await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
        await _authority.VerifyAsync(@case);
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _authority.Ledgers.ReadAsync(OfficerRegister.LedgerName, 0, CancellationToken.None)));
        Assert.True(report.Holds, report.Why);
    }

    [Fact]
    public async Task Who_broke_it_does_not_review_it_and_a_closed_review_stays_closed()
    {
        CaseId @case = await StartAsync();
        await BreakAsync(@case);
        Assert.Equal("own-glass", await SlugAsync(() => ReviewAsync(Officer, GlassOutcome.Justified)));
        Assert.Equal("reasons-required", await SlugAsync(() => Glass().ReviewAsync(Reviewer, 1, GlassOutcome.Justified, "no", CancellationToken.None)));
        Assert.Equal("glass-not-found", await SlugAsync(() => Glass().ReviewAsync(Reviewer, 2, GlassOutcome.Justified, Why, CancellationToken.None)));
        await ReviewAsync(Reviewer, GlassOutcome.Unjustified);
        Assert.Equal("glass-reviewed", await SlugAsync(() => ReviewAsync(Reviewer, GlassOutcome.Justified)));
        Assert.Equal("glass-reviewed", await SlugAsync(() => ReviewAsync(OfficerId.Parse("o-other"), GlassOutcome.Unjustified)));
    }

    [Fact]
    public async Task The_data_protection_officer_reads_why_it_was_broken_and_nothing_else_of_the_case()
    {
        CaseId @case = await StartAsync();
        Glass glass = await BreakAsync(@case);
        HashSet<OfficerRole> dpo = [OfficerRole.Dpo];
        using (OpenedItem opened = await _authority.ConsultItem.RunAsync(Reviewer, "s", @case, glass.Broken.Reasons, "To review the glass.", dpo, CancellationToken.None))
            Assert.Equal(Why.Length, opened.Description.Size);
        Assert.Equal("role-required", await SlugAsync(() => _authority.ConsultItem.RunAsync(Reviewer, "s", @case, ItemId.Request, "To see what it asks.", dpo, CancellationToken.None)));
    }

    [Fact]
    public async Task A_glass_that_was_not_needed_opens_nothing_from_its_review_on_and_neither_does_one_after_an_assignment_ended()
    {
        CaseId @case = await StartAsync();
        await BreakAsync(@case);
        Assert.Equal(1, await GlassOfAsync(@case));
        await ReviewAsync(Reviewer, GlassOutcome.Justified);
        Assert.Equal(1, await GlassOfAsync(@case));

        _authority.Time.Advance(TimeSpan.FromHours(4));
        Assert.Null(await GlassOfAsync(@case));
        Assert.Equal(2, (await BreakAsync(@case)).Broken.Glass);
        await Glass().ReviewAsync(Reviewer, 2, GlassOutcome.Unjustified, Why, CancellationToken.None);
        Assert.Null(await GlassOfAsync(@case));

        Assert.Equal(3, (await BreakAsync(@case)).Broken.Glass);
        Assert.Equal(3, await GlassOfAsync(@case));
        var assign = new AssignOfficer(new OfficerRegister(_authority.Ledgers, _authority.Time), _authority.Ledgers, PolicySet.Load(), _authority.Time);
        await assign.EndAsync(Reviewer, Officer, @case, CancellationToken.None);
        Assert.Null(await GlassOfAsync(@case));
        Assert.Equal("assignment-not-found", await SlugAsync(() => assign.EndAsync(Reviewer, Officer, @case, CancellationToken.None)));
        Assert.Equal(3, (await RegisterAsync()).Glass.Count);
    }

    [Fact]
    public async Task Without_a_review_of_the_last_one_the_officer_breaks_no_other()
    {
        CaseId @case = await StartAsync(), other = await _authority.ReceivedAsync("PNF-2026-0412");
        await BreakAsync(@case);
        Assert.Equal(1, (await BreakAsync(@case)).Broken.Glass);
        Assert.Equal(2, (await BreakAsync(other)).Broken.Glass);
        _authority.Time.Advance(TimeSpan.FromHours(4));
        Assert.Equal("glass-review-open", await SlugAsync(() => BreakAsync(@case)));
        await ReviewAsync(Reviewer, GlassOutcome.Justified);
        Assert.Equal("glass-review-open", await SlugAsync(() => BreakAsync(@case)));
        await Glass().ReviewAsync(Reviewer, 2, GlassOutcome.Justified, Why, CancellationToken.None);
        Assert.Equal(3, (await BreakAsync(@case)).Broken.Glass);
    }

    [Fact]
    public async Task An_emergency_reaches_into_three_cases_and_no_fourth_before_a_review()
    {
        await StartAsync();
        for (int one = 0; one < 3; one++)
            await BreakAsync(await _authority.ReceivedAsync($"PNF-2026-05{one:D2}"));
        CaseId fourth = await _authority.ReceivedAsync("PNF-2026-0504");
        Assert.Equal("glass-review-open", await SlugAsync(() => BreakAsync(fourth)));
        await ReviewAsync(Reviewer, GlassOutcome.Justified);
        Assert.Equal(4, (await BreakAsync(fourth)).Broken.Glass);
    }

    [Fact]
    public async Task A_glass_needs_reasons_a_case_and_an_officer_of_the_register()
    {
        CaseId @case = await StartAsync();
        Assert.Equal("reasons-required", await SlugAsync(() => Glass().BreakAsync(Officer, @case, "urgent", CancellationToken.None)));
        Assert.Equal("case-not-found", await SlugAsync(() => BreakAsync(CaseId.Of(TestAuthority.Partner, "nothing"))));
        Assert.Equal("officer-not-found", await SlugAsync(() => Glass().BreakAsync(OfficerId.Parse("o-nobody"), @case, Why, CancellationToken.None)));
        Assert.Empty((await RegisterAsync()).Glass);
    }

    [Fact]
    public async Task Whatever_call_to_storage_fails_the_glass_is_broken_once_and_the_incident_is_opened()
    {
        int calls = await CallsOfBreakingAsync(new FaultPlan(), FaultMode.RequestLost, fail: 0);
        Assert.InRange(calls, 8, 60);
        foreach (FaultMode mode in Enum.GetValues<FaultMode>())
        {
            for (int call = 1; call <= calls; call++)
                await CallsOfBreakingAsync(new FaultPlan(), mode, call);
        }
    }

    public void Dispose() => _authority.Dispose();

    /// <summary>The glass through which the officer sees the case now, as the access check has it.</summary>
    private async Task<int?> GlassOfAsync(CaseId @case) => AccessCheck.Decide(PolicySet.Load().Access!, new AccessFacts
    {
        Act = AccessAct.GetCase, At = _authority.Time.Now, Officer = Officer, TokenRoles = [OfficerRole.Reviewer],
        Entry = (await RegisterAsync()).Find(Officer), Case = AccessCase.OfNamed(@case),
    }).Glass;

    private static async Task<int> CallsOfBreakingAsync(FaultPlan faults, FaultMode mode, int fail)
    {
        using var authority = new TestAuthority(faults);
        CaseId @case = await authority.ReceivedAsync("PNF-2026-0411");
        await new EnrolledOfficers(authority.Ledgers, authority.Time).EnrolAsync(Officer.ToString());
        int before = faults.Calls;
        if (fail > 0)
            faults.Fail(before + fail, mode);
        Glass glass = await authority.EventuallyAsync(() => authority.Glass.BreakAsync(Officer, @case, Why, CancellationToken.None));
        int calls = faults.Calls - before;
        faults.Calm();
        Assert.Equal(1, glass.Broken.Glass);
        Assert.Equal(IncidentCause.GlassBroken, Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None)).Cause);
        Assert.Single((await authority.Officers.GetAsync(CancellationToken.None)).Glass);
        await authority.VerifyAsync(@case);
        return calls;
    }

    private async Task<CaseId> StartAsync()
    {
        await new EnrolledOfficers(_authority.Ledgers, _authority.Time).EnrolAsync(Officer.ToString());
        return await _authority.ReceivedAsync("PNF-2026-0411");
    }

    private BreakGlass Glass() => _authority.Glass;

    private Task<Glass> BreakAsync(CaseId @case) => Glass().BreakAsync(Officer, @case, Why, CancellationToken.None);

    private Task<Glass> ReviewAsync(OfficerId reviewer, GlassOutcome outcome) => Glass().ReviewAsync(reviewer, 1, outcome, Why, CancellationToken.None);

    private Task<OfficerRegisterState> RegisterAsync() => _authority.Officers.GetAsync(CancellationToken.None);

    private static async Task<string> SlugAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Slug;
}
