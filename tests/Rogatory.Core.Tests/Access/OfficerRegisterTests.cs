using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Access;

public sealed class OfficerRegisterTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly OfficerId First = OfficerId.Parse("first-admin"), Second = OfficerId.Parse("second-admin"), Officer = OfficerId.Parse("o-jansen");
    private readonly InMemoryLedgerStore _ledgers = new();
    private readonly MovableTime _time = new();
    private readonly OfficerRegister _register;
    private readonly AuthorizeOfficer _authorize;
    private readonly TrainOfficer _train;
    private readonly AssignOfficer _assign;

    public OfficerRegisterTests()
    {
        _register = new OfficerRegister(_ledgers, _time);
        (_authorize, _train, _assign) = (new AuthorizeOfficer(_register, EnrolledOfficers.Founders), new TrainOfficer(_register, Policy, _time), new AssignOfficer(_register, _ledgers, Policy, _time));
    }

    [Fact]
    public async Task A_role_that_one_admin_granted_is_none()
    {
        int proposal = await ProposeAsync(First);
        Assert.Empty((await EntryAsync()).Roles);
        Assert.Equal("own-proposal", await SlugAsync(() => _authorize.ApproveAsync(First, Officer, proposal, CancellationToken.None)));
        Assert.Equal("officer-own-record", await SlugAsync(() => _authorize.ApproveAsync(Officer, Officer, proposal, CancellationToken.None)));
        Assert.Equal("officer-own-record", await SlugAsync(() => _authorize.ProposeAsync(Officer, Officer, [OfficerRole.Admin], "desk", "H3", CancellationToken.None)));
        Assert.Empty((await EntryAsync()).Roles);
        await _authorize.ApproveAsync(Second, Officer, proposal, CancellationToken.None);
        OfficerEntry entry = await EntryAsync();
        Assert.Equal([OfficerRole.Reviewer], entry.Roles);
        Assert.Equal(("desk", "H2", null), (entry.Unit, entry.Clearance, entry.Proposal));
    }

    [Fact]
    public async Task A_founders_role_is_not_withdrawn_since_the_setting_would_keep_it()
    {
        var third = OfficerId.Parse("third-admin");
        await _authorize.ApproveAsync(third, Second, await _authorize.ProposeAsync(First, Second, [OfficerRole.Admin, OfficerRole.Dpo], "desk", "H2", CancellationToken.None), CancellationToken.None);
        Assert.Equal("founder-keeps-role", await SlugAsync(() => _authorize.WithdrawAsync(First, Second, OfficerRole.Admin, CancellationToken.None)));
        Assert.Equal([OfficerRole.Dpo, OfficerRole.Admin], (await _register.GetAsync(CancellationToken.None)).Find(Second)!.Roles);
        await _authorize.WithdrawAsync(First, Second, OfficerRole.Dpo, CancellationToken.None);
        Assert.Equal([OfficerRole.Admin], (await _register.GetAsync(CancellationToken.None)).Find(Second)!.Roles);
    }

    [Fact]
    public void A_ledger_in_which_one_admin_granted_a_role_is_refused()
    {
        var state = OfficerRegisterState.Empty.Apply(Proposed(1), 0, _time.Now, "officer:first-admin");
        var approved = new OfficerApproved { Command = Some.Command(), Officer = Officer, Proposal = 1 };
        Assert.Throws<CaseHistoryException>(() => state.Apply(approved, 1, _time.Now, "officer:first-admin"));
        Assert.Throws<CaseHistoryException>(() => state.Apply(approved, 1, _time.Now, "officer:o-jansen"));
        Assert.Throws<CaseHistoryException>(() => state.Apply(Proposed(3), 1, _time.Now, "officer:first-admin"));
        Assert.Equal([OfficerRole.Reviewer], state.Apply(approved, 1, _time.Now, "officer:second-admin").Find(Officer)!.Roles);
    }

    [Fact]
    public async Task A_proposal_that_was_replaced_rejected_or_approved_is_not_open_any_more()
    {
        int first = await ProposeAsync(First);
        Assert.Equal(first, await ProposeAsync(First));
        int second = await ProposeAsync(Second);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, first, CancellationToken.None)));
        await _authorize.RejectAsync(First, Officer, second, CancellationToken.None);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(First, Officer, second, CancellationToken.None)));
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.RejectAsync(First, Officer, second, CancellationToken.None)));
        Assert.Equal("officer-not-found", await SlugAsync(() => _authorize.ApproveAsync(First, OfficerId.Parse("nobody"), 1, CancellationToken.None)));
    }

    [Fact]
    public async Task Of_two_admins_who_approve_at_once_one_comes_first()
    {
        int proposal = await ProposeAsync(First);
        var elsewhere = new AuthorizeOfficer(new OfficerRegister(_ledgers, _time), EnrolledOfficers.Founders);
        await _register.GetAsync(CancellationToken.None);
        await elsewhere.ApproveAsync(Second, Officer, proposal, CancellationToken.None);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(OfficerId.Parse("third-admin"), Officer, proposal, CancellationToken.None)));
    }

    [Fact]
    public async Task An_approval_sent_again_is_answered_as_done_while_nothing_was_taken_away_since()
    {
        int proposal = await AuthorizedAsync();
        await _authorize.ApproveAsync(Second, Officer, proposal, CancellationToken.None);
        await VerifyAsync(lines: 2);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(OfficerId.Parse("third-admin"), Officer, proposal, CancellationToken.None)));
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, proposal + 1, CancellationToken.None)));
        await _authorize.WithdrawAsync(First, Officer, OfficerRole.Reviewer, CancellationToken.None);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, proposal, CancellationToken.None)));
        proposal = await AuthorizedAsync();
        await _authorize.SuspendAsync(First, Officer, CancellationToken.None);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, proposal, CancellationToken.None)));
        Assert.True((await EntryAsync()).IsSuspended);
    }

    [Fact]
    public async Task A_founding_admin_is_suspended_without_an_entry_and_comes_back_by_two_others()
    {
        await _authorize.SuspendAsync(First, Second, CancellationToken.None);
        OfficerEntry suspended = (await _register.GetAsync(CancellationToken.None)).Find(Second)!;
        Assert.True(suspended is { IsSuspended: true, Unit: null } && suspended.Roles.IsEmpty);
        await _authorize.SuspendAsync(First, Second, CancellationToken.None);
        await VerifyAsync(lines: 1);
        int proposal = await _authorize.ProposeAsync(First, Second, [OfficerRole.Admin], "desk", "H0", CancellationToken.None);
        await _authorize.ApproveAsync(OfficerId.Parse("third-admin"), Second, proposal, CancellationToken.None);
        Assert.False((await _register.GetAsync(CancellationToken.None)).Find(Second)!.IsSuspended);
    }

    [Fact]
    public async Task A_suspension_takes_one_admin_and_its_end_two()
    {
        await AuthorizedAsync();
        int open = await ProposeAsync(First);
        await _authorize.SuspendAsync(First, Officer, CancellationToken.None);
        Assert.True((await EntryAsync()).IsSuspended);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, open, CancellationToken.None)));
        await AuthorizedAsync();
        Assert.False((await EntryAsync()).IsSuspended);
        Assert.Equal("officer-not-found", await SlugAsync(() => _authorize.SuspendAsync(First, OfficerId.Parse("nobody"), CancellationToken.None)));
    }

    [Fact]
    public async Task What_is_taken_away_again_takes_the_proposal_with_it_that_would_give_it_back()
    {
        await AuthorizedAsync();
        await _authorize.SuspendAsync(First, Officer, CancellationToken.None);
        int again = await ProposeAsync(First);
        await _authorize.SuspendAsync(Second, Officer, CancellationToken.None);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, again, CancellationToken.None)));
        Assert.True((await EntryAsync()).IsSuspended);

        await AuthorizedAsync();
        await _authorize.WithdrawAsync(First, Officer, OfficerRole.Reviewer, CancellationToken.None);
        again = await ProposeAsync(First);
        await _authorize.WithdrawAsync(Second, Officer, OfficerRole.Reviewer, CancellationToken.None);
        Assert.Equal("proposal-not-found", await SlugAsync(() => _authorize.ApproveAsync(Second, Officer, again, CancellationToken.None)));
        await VerifyAsync(lines: 10);
    }

    [Fact]
    public async Task A_role_is_withdrawn_by_one_admin_at_once()
    {
        await AuthorizedAsync();
        await _authorize.WithdrawAsync(First, Officer, OfficerRole.Approver, CancellationToken.None);
        Assert.Equal([OfficerRole.Reviewer], (await EntryAsync()).Roles);
        await _authorize.WithdrawAsync(First, Officer, OfficerRole.Reviewer, CancellationToken.None);
        Assert.Empty((await EntryAsync()).Roles);
    }

    [Fact]
    public async Task A_suspension_made_elsewhere_is_seen_within_five_seconds_and_nothing_is_read_in_between()
    {
        await AuthorizedAsync();
        Assert.False((await _register.RecallAsync(CancellationToken.None)).Find(Officer)!.IsSuspended);
        await new AuthorizeOfficer(new OfficerRegister(_ledgers, _time), EnrolledOfficers.Founders).SuspendAsync(First, Officer, CancellationToken.None);
        Assert.False((await _register.RecallAsync(CancellationToken.None)).Find(Officer)!.IsSuspended);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await _register.RecallAsync(CancellationToken.None)).Find(Officer)!.IsSuspended);
    }

    [Fact]
    public async Task A_course_is_valid_as_long_as_the_catalogue_says()
    {
        await AuthorizedAsync();
        await _train.RecordAsync(First, Officer, Passed(), CancellationToken.None);
        await _train.RecordAsync(First, Officer, Passed(), CancellationToken.None);
        Assert.Equal(new DateTimeOffset(2028, 11, 20, 0, 0, 0, TimeSpan.Zero), (await EntryAsync()).Training["mla-basics"].ValidUntil);
        await VerifyAsync(lines: 3);
    }

    [Fact]
    public async Task A_course_that_is_none_or_proves_nothing_is_refused()
    {
        await AuthorizedAsync();
        await RefusedAsync(Passed() with { Course = "cooking" });
        await RefusedAsync(Passed() with { Version = "0" });
        await RefusedAsync(Passed() with { PassedOn = new DateOnly(2026, 11, 24) });
        await RefusedAsync(Passed() with { PassedOn = new DateOnly(1999, 12, 31) });
        await RefusedAsync(Passed() with { Reference = "Anna told me" });
        await RefusedAsync(Passed() with { Reference = "" });
        await RefusedAsync(Passed() with { Digest = "ABC" });
        Assert.Equal("officer-own-record", await SlugAsync(() => _train.RecordAsync(Officer, Officer, Passed(), CancellationToken.None)));
        Assert.Equal("officer-not-found", await SlugAsync(() => _train.RecordAsync(First, OfficerId.Parse("nobody"), Passed(), CancellationToken.None)));

        async Task RefusedAsync(TrainingEntry entry) =>
            Assert.Equal("training-malformed", await SlugAsync(() => _train.RecordAsync(First, Officer, entry, CancellationToken.None)));
    }

    [Fact]
    public async Task The_undertaking_is_signed_word_for_word_or_not_at_all()
    {
        await AuthorizedAsync();
        UndertakingText text = Policy.Access!.Undertaking;
        var day = new DateOnly(2026, 11, 20);
        Assert.Equal("training-malformed", await SlugAsync(() => _train.BindAsync(First, Officer, "0", text.Digest, day, CancellationToken.None)));
        Assert.Equal("training-malformed", await SlugAsync(() => _train.BindAsync(First, Officer, text.Version, new string('0', 64), day, CancellationToken.None)));
        Assert.Equal("officer-own-record", await SlugAsync(() => _train.BindAsync(Officer, Officer, text.Version, text.Digest, day, CancellationToken.None)));
        Assert.Null((await EntryAsync()).Undertaking);
        await _train.BindAsync(First, Officer, text.Version, text.Digest, day, CancellationToken.None);
        Assert.Equal(text.Digest, (await EntryAsync()).Undertaking!.Digest);
    }

    [Fact]
    public async Task An_assignment_that_is_confirmed_counts_from_then()
    {
        await AuthorizedAsync();
        Assert.Equal("assignment-not-found", await SlugAsync(() => _assign.ConfirmAsync(First, Officer, Some.Case, CancellationToken.None)));
        await _assign.AssignAsync(First, Officer, Some.Case, CancellationToken.None);
        await _assign.AssignAsync(First, Officer, Some.Case, CancellationToken.None);
        await VerifyAsync(lines: 3);
        Assert.Equal("officer-own-record", await SlugAsync(() => _assign.ConfirmAsync(Officer, Officer, Some.Case, CancellationToken.None)));
        Assert.Equal("officer-own-record", await SlugAsync(() => _assign.AssignAsync(Officer, Officer, Some.Case, CancellationToken.None)));
        _time.Advance(TimeSpan.FromDays(80));
        await _assign.ConfirmAsync(Second, Officer, Some.Case, CancellationToken.None);
        Assert.Equal(_time.Now.AddMonths(3), (await EntryAsync()).Assignments[Some.Case.ToString()].LapsesAt(3));
        await _assign.EndAsync(Second, Officer, Some.Case, CancellationToken.None);
        Assert.Empty((await EntryAsync()).Assignments);
        Assert.Equal("assignment-not-found", await SlugAsync(() => _assign.EndAsync(Second, Officer, Some.Case, CancellationToken.None)));
    }

    [Fact]
    public async Task Who_opened_a_case_is_assigned_once_and_gets_back_by_no_second_opening_what_ended()
    {
        await AuthorizedAsync();
        await _ledgers.TryAppendAsync($"{Some.Case}", 0, LedgerTip.Empty.Append($"{Some.Case}", _time.Now, [EventCodec.Encode($"officer:{Officer}", Proposed(1))]).Bytes, CancellationToken.None);
        await _assign.AssignOpenerAsync(Second, Some.Case, CancellationToken.None);
        Assert.Empty((await EntryAsync()).Assignments);
        await _assign.AssignOpenerAsync(Officer, Some.Case, CancellationToken.None);
        Assert.Single((await EntryAsync()).Assignments);
        _time.Advance(TimeSpan.FromDays(100));
        await _assign.AssignOpenerAsync(Officer, Some.Case, CancellationToken.None);
        Assert.True((await EntryAsync()).Assignments[$"{Some.Case}"].LapsesAt(3) < _time.Now);
        await _assign.EndAsync(First, Officer, Some.Case, CancellationToken.None);
        await _assign.AssignOpenerAsync(Officer, Some.Case, CancellationToken.None);
        Assert.Empty((await EntryAsync()).Assignments);
        await VerifyAsync(lines: 4);
    }

    [Fact]
    public async Task A_conflict_is_lifted_by_neither_the_officer_nor_who_declared_it()
    {
        await AuthorizedAsync();
        Assert.Equal("conflict-not-found", await SlugAsync(() => _assign.LiftConflictAsync(First, Officer, Some.Case, CancellationToken.None)));
        await _assign.DeclareConflictAsync(First, Officer, Some.Case, ConflictKind.Financial, CancellationToken.None);
        await _assign.DeclareConflictAsync(Officer, Officer, Some.Case, ConflictKind.Personal, CancellationToken.None);
        Assert.Equal(ConflictKind.Financial, Assert.Single((await EntryAsync()).Conflicts.Values).Kind);
        Assert.Equal("own-conflict", await SlugAsync(() => _assign.LiftConflictAsync(First, Officer, Some.Case, CancellationToken.None)));
        Assert.Equal("officer-own-record", await SlugAsync(() => _assign.LiftConflictAsync(Officer, Officer, Some.Case, CancellationToken.None)));
        await _assign.LiftConflictAsync(Second, Officer, Some.Case, CancellationToken.None);
        Assert.Empty((await EntryAsync()).Conflicts);
        await VerifyAsync(lines: 4);
    }

    [Theory]
    [InlineData("", "H1", 1)]
    [InlineData("Desk 1", "H1", 1)]
    [InlineData("desk", "H4", 1)]
    [InlineData("desk", "H1", 0)]
    public async Task What_could_not_be_granted_is_not_proposed(string unit, string clearance, int roles) =>
        Assert.Equal("officer-malformed", await SlugAsync(() =>
            _authorize.ProposeAsync(First, Officer, [.. new[] { OfficerRole.Reviewer }.Take(roles)], unit, clearance, CancellationToken.None)));

    [Fact]
    public async Task A_lost_answer_does_nothing_twice()
    {
        var faults = new FaultPlan();
        var authorize = new AuthorizeOfficer(new OfficerRegister(new FaultingLedgerStore(_ledgers, faults), _time), EnrolledOfficers.Founders);
        faults.Fail(2, FaultMode.AnswerLost);
        await authorize.ProposeAsync(First, Officer, [OfficerRole.Reviewer], "desk", "H2", CancellationToken.None);
        await VerifyAsync(lines: 1);
    }

    [Fact]
    public async Task Officers_that_tests_enrol_have_all_that_an_act_can_need()
    {
        var enrolled = new EnrolledOfficers(_ledgers, _time);
        await enrolled.AssignAsync("o-jansen", Some.Case);
        await enrolled.AssignAsync("first-admin", Some.Case);
        OfficerEntry entry = await EntryAsync();
        Assert.Equal(Policy.Access!.Courses.Count, entry.Training.Count);
        Assert.True(entry is { Undertaking: not null, Clearance: "H3" });
        Assert.Single(entry.Assignments);
    }

    private static TrainingEntry Passed() => new("mla-basics", "1", new DateOnly(2026, 11, 20), EvidenceKind.Certificate, "HR/2026-118", new string('a', 64));

    private static OfficerProposed Proposed(int number) =>
        new() { Command = Some.Command(), Officer = Officer, Proposal = number, Roles = [OfficerRole.Reviewer], Unit = "desk", Clearance = "H2" };

    private Task<int> ProposeAsync(OfficerId admin) => _authorize.ProposeAsync(admin, Officer, [OfficerRole.Reviewer], "desk", "H2", CancellationToken.None);

    private async Task<int> AuthorizedAsync()
    {
        int proposal = await ProposeAsync(First);
        await _authorize.ApproveAsync(Second, Officer, proposal, CancellationToken.None);
        return proposal;
    }

    private async Task<OfficerEntry> EntryAsync() => (await _register.GetAsync(CancellationToken.None)).Find(Officer)!;

    private async Task VerifyAsync(int lines)
    {
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _ledgers.ReadAsync(OfficerRegister.LedgerName, 0, CancellationToken.None)));
        Assert.True(report.Holds, report.Why);
        Assert.Equal(lines, report.Size);
    }

    [Fact]
    public async Task Who_names_an_unknown_course_is_told_which_there_are()
    {
        var entry = new TrainingEntry("cooking", "1", new DateOnly(2026, 1, 1), EvidenceKind.Certificate, "HR/1", Digest: null);
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => _train.RecordAsync(First, Officer, entry, CancellationToken.None));
        string detail = Assert.Single((IEnumerable<Rogatory.Core.Intake.RequestFault>)refused.Extensions["faults"]).Message;
        Assert.All(Policy.Access!.Courses.Keys, course => Assert.Contains(course, detail, StringComparison.Ordinal));
    }

    private static async Task<string> SlugAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Slug;
}
