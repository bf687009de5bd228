using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Receipt;

public sealed class CheckpointTests : IDisposable
{
    private static readonly byte[] Statement = [1, 2, 3];

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Before_the_first_case_there_is_no_checkpoint()
    {
        Assert.Null(await MakeAsync());
        Assert.Null(await _authority.Checkpoints.NewestAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Each_names_the_one_before_and_proves_that_every_case_in_it_only_grew()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        SignedCheckpoint first = (await MadeAsync())!;
        CheckpointCase before = Assert.Single(await _authority.Checkpoints.CasesAsync(first.Checkpoint, CancellationToken.None));
        await _authority.SendAsync(@case, "statement", Statement);
        SignedCheckpoint second = (await MadeAsync())!;
        CheckpointCase after = Assert.Single(await _authority.Checkpoints.CasesAsync(second.Checkpoint, CancellationToken.None));

        Assert.Equal((0, Checkpoint.NoPrevious), (first.Checkpoint.Number, first.Checkpoint.Previous));
        Assert.Equal((1, first.Digest), (second.Checkpoint.Number, second.Checkpoint.Previous));
        Assert.True(after.Size > before.Size);
        Assert.True(MerkleTree.VerifyConsistency(
            before.Size, Convert.FromHexString(before.Root), after.Size, Convert.FromHexString(after.Root), [.. after.Growth.Select(Convert.FromHexString)]));
    }

    [Fact]
    public async Task Cases_stand_in_the_order_of_their_ids_and_each_can_be_proven()
    {
        List<CaseId> opened = [];
        for (int number = 0; number < 9; number++)
            opened.Add(await OpenAsync($"PNF-{number}"));
        SignedCheckpoint newest = (await MadeAsync())!;

        IReadOnlyList<CheckpointCase> cases = await _authority.Checkpoints.CasesAsync(newest.Checkpoint, CancellationToken.None);
        Assert.Equal(opened.Select(one => one.ToString()).Order(StringComparer.Ordinal), cases.Select(one => one.Case.ToString()));
        foreach (CaseId @case in opened)
        {
            CheckpointProof proof = (await _authority.Checkpoints.ProveAsync(@case, CancellationToken.None))!;
            Assert.Equal(newest.Checkpoint, CheckpointProof.FromJson(proof.ToJson()).Verify(_authority.VerificationKeys));
            Assert.Equal((await _authority.VerifyAsync(@case)).Root, proof.Root);
        }
    }

    [Fact]
    public async Task A_case_that_is_younger_than_the_checkpoint_is_not_proven_by_it()
    {
        await OpenAsync("PNF-1");
        await MakeAsync();
        Assert.Null(await _authority.Checkpoints.ProveAsync(await OpenAsync("PNF-2"), CancellationToken.None));
    }

    [Fact]
    public async Task A_proof_for_another_size_root_place_or_path_is_refused()
    {
        await OpenAsync("PNF-1");
        CaseId @case = await OpenAsync("PNF-2");
        await MakeAsync();
        CheckpointProof proof = (await _authority.Checkpoints.ProveAsync(@case, CancellationToken.None))!;

        foreach (CheckpointProof wrong in new[]
        {
            proof with { Size = proof.Size + 1 },
            proof with { Root = new string('0', 64) },
            proof with { Index = 1 - proof.Index },
            proof with { Path = [] },
            proof with { Path = [.. proof.Path, proof.Root] },
            proof with { Case = Some.Case },
        })
        {
            Assert.Equal("inclusion", Assert.Throws<InvalidStatementException>(() => wrong.Verify(_authority.VerificationKeys)).Reason);
        }
    }

    [Fact]
    public async Task Where_nothing_changed_another_is_made_only_after_a_day()
    {
        await OpenAsync("PNF-1");
        await MakeAsync();
        Assert.Equal(0, (await MakeAsync())!.Number);
        _authority.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await MakeAsync())!.Number);
    }

    [Fact]
    public async Task A_case_that_vanished_stops_checkpoints_and_opens_an_incident()
    {
        CaseId gone = await OpenAsync("PNF-1");
        await OpenAsync("PNF-2");
        await MakeAsync();
        _authority.Ledgers.Tamper(gone.ToString(), []);

        Assert.Equal(gone, (await Assert.ThrowsAsync<CheckpointStoppedException>(() => MakeAsync())).Case);

        IncidentOpened incident = Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.LedgerShrunk, gone), (incident.Cause, incident.Case));
        Assert.Equal(0, (await _authority.Checkpoints.NewestAsync(CancellationToken.None))!.Checkpoint.Number);
    }

    [Fact]
    public async Task A_ledger_that_was_rewritten_and_grew_stops_checkpoints()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await MakeAsync();
        using var other = new TestAuthority();
        other.Time.Advance(TimeSpan.FromMinutes(1));
        await other.OpenAsync(("statement", Statement));
        await other.SendAsync(@case, "statement", Statement);
        _authority.Ledgers.Tamper(@case.ToString(), await other.Ledgers.ReadAsync(@case.ToString(), 0, CancellationToken.None));

        await Assert.ThrowsAsync<CheckpointStoppedException>(() => MakeAsync());
    }

    [Fact]
    public async Task A_list_of_cases_that_is_not_the_one_signed_is_refused()
    {
        await OpenAsync("PNF-1");
        Checkpoint made = (await MakeAsync())!;
        using var other = new TestAuthority();
        byte[] statement = (await _authority.Statements.ReadAsync(Checkpoints.NameOf(0), CancellationToken.None))!;
        await other.Statements.TryCreateAsync(Checkpoints.NameOf(0), statement, CancellationToken.None);
        await other.Statements.TryCreateAsync(Checkpoints.CasesNameOf(0, made.Root), new CheckpointCase(Some.Case, 1, made.Root, 1, []).ToLine(), CancellationToken.None);

        var reading = new Checkpoints(other.Statements, _authority.VerificationKeys);
        Assert.Equal("cases", (await Assert.ThrowsAsync<InvalidStatementException>(() => reading.CasesAsync(made, CancellationToken.None))).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"case":"\ud800","growth":[],"length":1,"root":"","size":1}""")]
    [InlineData("""{"case":"0000-0000-0000","case":"0000-0000-0000","growth":[],"length":1,"root":"","size":1}""")]
    [InlineData("""{"case":"0000-0000-0000","growth":[],"length":1,"root":"0","size":1}""")]
    [InlineData("""{"case":"0000-0000-0000","growth":["\ud800"],"length":1,"root":"0","size":1}""")]
    [InlineData("""{"case":"0000-0000-0000","growth":null,"length":-1,"root":"0","size":1.5}""")]
    public void A_malformed_line_of_the_list_of_cases_is_refused(string line) =>
        Assert.Throws<InvalidStatementException>(() => CheckpointCase.FromLine(System.Text.Encoding.UTF8.GetBytes(line)));

    [Fact]
    public async Task A_list_of_cases_with_a_line_cut_doubled_or_moved_or_with_bytes_after_the_last_is_refused()
    {
        await OpenAsync("PNF-1");
        await OpenAsync("PNF-2");
        Checkpoint made = (await MakeAsync())!;
        string list = System.Text.Encoding.UTF8.GetString((await _authority.Statements.ReadAsync(Checkpoints.CasesNameOf(0, made.Root), CancellationToken.None))!);
        string[] lines = list.Split('\n');
        foreach (string wrong in new[] { $"{lines[0]}\n", $"{list}{lines[0]}\n", $"{lines[1]}\n{lines[0]}\n", list[..^1], $"{list} ", list.Replace('1', '2') })
        {
            var store = new InMemoryStatementStore();
            await store.TryCreateAsync(Checkpoints.CasesNameOf(0, made.Root), System.Text.Encoding.UTF8.GetBytes(wrong), CancellationToken.None);
            await Assert.ThrowsAsync<InvalidStatementException>(() => new Checkpoints(store, _authority.VerificationKeys).CasesAsync(made, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_checkpoint_that_does_not_name_the_one_stored_before_it_is_refused_and_is_an_incident()
    {
        await OpenAsync("PNF-1");
        await MakeAsync();
        var forged = new Checkpoint(1, new string('f', 64), 1, new string('0', 64), _authority.Time.Now);
        string statement = await Core.Receipt.Statement.SignAsync(Checkpoint.Type, forged.ToJson(), _authority.Signer, CancellationToken.None);
        await _authority.Statements.TryCreateAsync(Checkpoints.NameOf(1), System.Text.Encoding.ASCII.GetBytes(statement), CancellationToken.None);

        Assert.Equal("chain", (await Assert.ThrowsAsync<InvalidStatementException>(() => MakeAsync())).Reason);

        Assert.Equal(IncidentCause.CheckpointBroken, Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None)).Cause);
    }

    [Fact]
    public async Task A_checkpoint_signed_by_a_key_that_is_not_ours_is_an_incident_and_none_follows_it()
    {
        await OpenAsync("PNF-1");
        using var stranger = new TestSigner { KeyId = "stranger" };
        var forged = new Checkpoint(0, Checkpoint.NoPrevious, 1, new string('0', 64), _authority.Time.Now);
        string statement = await Core.Receipt.Statement.SignAsync(Checkpoint.Type, forged.ToJson(), stranger, CancellationToken.None);
        await _authority.Statements.TryCreateAsync(Checkpoints.NameOf(0), System.Text.Encoding.ASCII.GetBytes(statement), CancellationToken.None);

        Assert.Equal("key-unknown", (await Assert.ThrowsAsync<InvalidStatementException>(() => MakeAsync())).Reason);

        Assert.Equal(IncidentCause.CheckpointBroken, Assert.Single(await _authority.Incidents.ListAsync(CancellationToken.None)).Cause);
    }

    [Fact]
    public async Task A_clock_before_the_keys_first_day_ends_no_sequence_for_good()
    {
        await OpenAsync("PNF-1");
        DateTimeOffset right = _authority.Time.Now;
        _authority.Time.Now = TestSigner.Start.AddSeconds(-1);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => MakeAsync());
        _authority.Time.Now = right;
        Assert.Equal(0, (await MakeAsync())!.Number);
    }

    [Fact]
    public async Task A_clock_that_goes_backwards_dates_no_checkpoint_before_the_last()
    {
        await OpenAsync("PNF-1");
        _authority.Time.Advance(TimeSpan.FromHours(2));
        DateTimeOffset first = (await MakeAsync())!.At;
        _authority.Time.Advance(TimeSpan.FromHours(-1));
        await OpenAsync("PNF-2");
        Checkpoint second = (await MakeAsync())!;
        Assert.Equal((1, first), (second.Number, second.At));
    }

    [Fact]
    public async Task A_program_that_starts_anew_finds_the_newest_of_any_number_of_checkpoints()
    {
        await OpenAsync("PNF-1");
        for (int number = 0; number < 20; number++)
        {
            await MakeAsync();
            _authority.Restart();
            Assert.Equal(number, (await _authority.Checkpoints.NewestAsync(CancellationToken.None))!.Checkpoint.Number);
            _authority.Time.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task Twenty_that_make_one_at_once_make_one()
    {
        await OpenAsync("PNF-1");
        Checkpoint?[] made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => MakeAsync())));
        Assert.Single(made.Distinct());
        Assert.Equal(0, made[0]!.Number);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_the_next_try_makes_it(FaultMode mode)
    {
        await OpenAsync("PNF-1");
        int before = _authority.Faults.Calls;
        await MakeAsync();
        int calls = _authority.Faults.Calls - before;
        for (int failing = 1; failing <= calls; failing++)
        {
            using var authority = new TestAuthority();
            await authority.OpenAsync(("statement", Statement));
            authority.Faults.Fail(authority.Faults.Calls + failing, mode);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => authority.MakeCheckpoint.RunAsync(CancellationToken.None));
            Assert.Equal(0, (await authority.MakeCheckpoint.RunAsync(CancellationToken.None))!.Number);
        }
    }

    [Fact]
    public async Task A_receipt_names_the_newest_checkpoint()
    {
        await OpenAsync("PNF-1");
        Checkpoint made = (await MakeAsync())!;
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));

        byte[] receipt = (await _authority.Statements.ReadAsync(Core.Intake.IssueReceipt.NameOf(@case), CancellationToken.None))!;
        JsonObject payload = Core.Receipt.Statement.Verify(System.Text.Encoding.ASCII.GetString(receipt), IntakeReceipt.Type, _authority.VerificationKeys);

        Assert.Equal(new ReceiptCheckpoint(0, made.Root), IntakeReceipt.FromJson(payload).Checkpoint);
    }

    public void Dispose() => _authority.Dispose();

    private Task<Checkpoint?> MakeAsync() => _authority.MakeCheckpoint.RunAsync(CancellationToken.None);

    private async Task<SignedCheckpoint?> MadeAsync()
    {
        await MakeAsync();
        return await _authority.Checkpoints.NewestAsync(CancellationToken.None);
    }

    private async Task<CaseId> OpenAsync(string reference) => (await _authority.OpenRequest.RunAsync(
        TestAuthority.Partner, TestAuthority.Request(reference, ("statement", Statement)), CancellationToken.None)).State.Case;
}
