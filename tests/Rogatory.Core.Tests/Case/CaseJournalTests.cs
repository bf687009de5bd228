using Rogatory.Core.Case;

namespace Rogatory.Core.Tests.Case;

/// <summary>A process remembers the cases it has seen, while others go on with them.</summary>
public sealed class CaseJournalTests : IDisposable
{
    private static readonly byte[] Statement = [1, 2, 3];

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Nothing_is_refused_on_a_state_that_is_out_of_date()
    {
        (CaseId @case, CaseJournal behind) = await SealedElsewhereAsync();

        CaseState after = (await behind.AppendAsync(@case, "system:flow", Command, state => state!.Find(Item) is null
            ? throw new RefusedException("item-not-found", "Not sealed yet.")
            : [Reading], CancellationToken.None)).State!;

        Assert.True(after.Has(Command));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task Nothing_is_found_to_be_done_on_a_state_that_is_out_of_date()
    {
        (CaseId @case, CaseJournal behind) = await SealedElsewhereAsync();

        CaseState after = (await behind.AppendAsync(
            @case, "system:flow", Command, state => state!.Find(Item) is null ? [] : [Reading], CancellationToken.None)).State!;

        Assert.True(after.Has(Command));
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task A_decision_on_a_state_that_is_out_of_date_is_made_again_on_the_newest()
    {
        (CaseId @case, CaseJournal behind) = await SealedElsewhereAsync();
        List<bool> seen = [];

        await behind.AppendAsync(@case, "system:flow", Command, state =>
        {
            seen.Add(state!.Find(Item) is not null);
            return [Reading];
        }, CancellationToken.None);

        Assert.Equal([false, true], seen);
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task An_append_to_a_case_just_read_reads_nothing_again()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await _authority.Journal.LoadAsync(@case, CancellationToken.None);
        int before = _authority.Faults.Calls;

        await _authority.Journal.AppendAsync(@case, "system:flow", Command, _ => [Reading], CancellationToken.None);

        Assert.Equal(2, _authority.Faults.Calls - before); // the append and the wake-up
    }

    [Fact]
    public async Task Nothing_is_decided_on_a_ledger_that_does_not_hold_together()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        byte[] ledger = await _authority.Ledgers.ReadAsync(@case.ToString(), 0, CancellationToken.None);
        _authority.Ledgers.Tamper(@case.ToString(), [.. ledger, .. "zz"u8]);

        var broken = await Assert.ThrowsAsync<LedgerBrokenException>(() => _authority.SendAsync(@case, "statement", Statement));

        Assert.Equal(@case.ToString(), broken.Ledger);
        _authority.Restart();
        await Assert.ThrowsAsync<LedgerBrokenException>(() => _authority.Journal.GetAsync(@case, CancellationToken.None));
    }

    public void Dispose() => _authority.Dispose();

    private static readonly ItemId Item = ItemId.Parse("statement");
    private static readonly CommandId Command = CommandId.Derive("test");
    private static readonly Core.Access.ItemConsulted Reading = new() { Command = Command, Item = CaseState.RequestItem, Justification = CaseState.RequestItem };

    private async Task<(CaseId Case, CaseJournal Behind)> SealedElsewhereAsync()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        CaseJournal behind = _authority.Journal;
        await behind.LoadAsync(@case, CancellationToken.None);
        _authority.Restart();
        await _authority.SendAsync(@case, "statement", Statement);
        return (@case, behind);
    }
}
