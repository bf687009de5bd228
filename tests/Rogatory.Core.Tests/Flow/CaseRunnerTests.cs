using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Flow;

public sealed class CaseRunnerTests : IDisposable
{
    private static readonly byte[] Statement = [1, 2, 3];

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task The_receipt_names_every_item_and_the_ledger_as_it_stood()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        LedgerReport before = await _authority.VerifyAsync(@case);

        await _authority.Runner.RunAsync(@case, CancellationToken.None);

        IntakeReceipt receipt = await ReceiptAsync(@case);
        CaseState state = await _authority.StateAsync(@case);
        Assert.Equal(CasePhase.AwaitingDecision, state.Phase);
        Assert.Equal(@case, receipt.Case);
        Assert.Equal(["request", "statement"], receipt.Items.Select(item => item.Id.ToString()));
        Assert.All(receipt.Items, item => Assert.Equal(state.Find(item.Id)!.SealedRoot, item.SealedRoot));
        Assert.Equal((before.Size, before.Root), (receipt.Ledger.Size, receipt.Ledger.Root));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task Running_again_and_at_once_changes_nothing()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.SendAsync(@case, "statement", Statement);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _authority.Runner.RunAsync(@case, CancellationToken.None))));
        LedgerReport once = await _authority.VerifyAsync(@case);
        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Equal(once.Size, (await _authority.VerifyAsync(@case)).Size);
        // Opened with the request, sealed, and the receipt; and each item read, and classified with its findings, the request with its blocks. The risk is assessed before that and after.
        Assert.Equal(4 + 3 + 4 + 2, once.Size);
    }

    [Fact]
    public async Task Where_the_flow_is_given_up_an_incident_is_opened_and_the_case_rests_for_a_day_at_most()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));

        Decision decision = await _authority.Runner.GiveUpAsync(@case, CancellationToken.None);

        Assert.Empty(decision.Due);
        Assert.Equal(_authority.Time.Now + CaseDecider.LongestWait, decision.LookAgainAt);
        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.WorkPoisoned, @case), (incident.Cause, incident.Case));
    }

    [Fact]
    public async Task What_a_crashed_attempt_left_is_abandoned_and_its_key_destroyed()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        var left = new SealedPath(@case, ItemId.Parse("statement"), AttemptId.New());
        await _authority.Keys.TryCreateAsync(left, 0, "{}"u8.ToArray(), CancellationToken.None);

        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.NotNull(await _authority.Keys.ReadAsync(left, 0, CancellationToken.None));

        _authority.Time.Advance(TestAuthority.AbandonAfter);
        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Null(await _authority.Keys.ReadAsync(left, 0, CancellationToken.None));
        Assert.Contains("sealing.attempt-abandoned", await _authority.LedgerTextAsync(@case.ToString()), StringComparison.Ordinal);
        Assert.True(await _authority.SendAsync(@case, "statement", Statement));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_left_alone() =>
        Assert.Null(await _authority.Runner.RunAsync(Some.Case, CancellationToken.None));

    [Fact]
    public async Task The_sweep_wakes_a_case_whose_wake_up_was_lost_and_leaves_one_that_rests()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        while (_authority.Queue.Take() is not null)
        {
        }

        Assert.Equal(1, await _authority.Sweep.RunAsync(CancellationToken.None));
        Assert.Equal(@case, _authority.Queue.Take()!.Value.Case);

        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Equal(0, await _authority.Sweep.RunAsync(CancellationToken.None));

        _authority.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await _authority.Sweep.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_sweep_wakes_a_case_that_rests_when_a_crashed_attempt_left_an_envelope_in_it()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        Assert.Equal(0, await _authority.Sweep.RunAsync(CancellationToken.None));
        var left = new SealedPath(@case, ItemId.Parse("request.consultation-0"), AttemptId.New());
        await _authority.Keys.TryCreateAsync(left, 0, "{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal(1, await _authority.Sweep.RunAsync(CancellationToken.None));
        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Equal(0, await _authority.Sweep.RunAsync(CancellationToken.None));

        _authority.Time.Advance(TestAuthority.AbandonAfter);
        Assert.Equal(1, await _authority.Sweep.RunAsync(CancellationToken.None));
        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Null(await _authority.Keys.ReadAsync(left, 0, CancellationToken.None));
        Assert.Equal(0, await _authority.Sweep.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_an_opening_that_crashed_left_is_destroyed_once_it_can_no_longer_open_the_case()
    {
        var left = new SealedPath(Some.Case, CaseState.RequestItem, AttemptId.New());
        await _authority.Keys.TryCreateAsync(left, 0, "{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal(1, await _authority.Sweep.RunAsync(CancellationToken.None));
        Assert.NotNull(await _authority.Runner.RunAsync(Some.Case, CancellationToken.None));
        Assert.NotNull(await _authority.Keys.ReadAsync(left, 0, CancellationToken.None));

        _authority.Time.Advance(CaseDecider.LongestOpening + TimeSpan.FromDays(1));
        Assert.Null(await _authority.Runner.RunAsync(Some.Case, CancellationToken.None));
        Assert.Null(await _authority.Keys.ReadAsync(left, 0, CancellationToken.None));
        Assert.Equal(0, await _authority.Sweep.RunAsync(CancellationToken.None));
        Assert.Empty(await _authority.LedgerTextAsync(Some.Case.ToString()));
    }

    [Fact]
    public async Task A_case_whose_ledger_does_not_hold_together_rests_and_is_an_incident_once_a_day()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        byte[] ledger = await _authority.Ledgers.ReadAsync(@case.ToString(), 0, CancellationToken.None);
        _authority.Ledgers.Tamper(@case.ToString(), [.. ledger, .. "zz"u8]);

        Assert.Equal(_authority.Time.GetUtcNow().AddDays(1), await _authority.Runner.RunAsync(@case, CancellationToken.None));
        await _authority.Runner.RunAsync(@case, CancellationToken.None);

        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.LedgerBroken, @case), (incident.Cause, incident.Case));
    }

    [Fact]
    public async Task A_lost_projection_is_rebuilt_from_the_ledger()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        byte[] before = (await _authority.Projections.ReadAsync(@case, CancellationToken.None))!.Content;
        using var other = new TestAuthority();
        byte[] ledger = await _authority.Ledgers.ReadAsync(@case.ToString(), 0, CancellationToken.None);
        await other.Ledgers.TryAppendAsync(@case.ToString(), 0, ledger, CancellationToken.None);
        await foreach (KeyEnvelopeFound found in _authority.Keys.ListAsync(@case, CancellationToken.None))
            await other.Keys.TryCreateAsync(found.Path, found.Rotation, "{}"u8.ToArray(), CancellationToken.None);

        await other.Runner.RunAsync(@case, CancellationToken.None);

        Projection rebuilt = Projection.Parse((await other.Projections.ReadAsync(@case, CancellationToken.None))!.Content)!;
        Projection original = Projection.Parse(before)!;
        Assert.Equal(original.Tip, rebuilt.Tip);
        Assert.Equal(original.Tags(), rebuilt.Tags());
    }

    public void Dispose() => _authority.Dispose();

    private async Task<IntakeReceipt> ReceiptAsync(CaseId @case)
    {
        byte[] statement = (await _authority.Statements.ReadAsync(IssueReceipt.NameOf(@case), CancellationToken.None))!;
        return IntakeReceipt.FromJson(Verified(Encoding.ASCII.GetString(statement)));
    }

    private System.Text.Json.Nodes.JsonObject Verified(string statement) =>
        Core.Receipt.Statement.Verify(statement, IntakeReceipt.Type, _authority.VerificationKeys);
}
