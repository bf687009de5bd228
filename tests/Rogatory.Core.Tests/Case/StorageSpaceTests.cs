using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Tests.Receipt;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Case;

public sealed class StorageSpaceTests : IDisposable
{
    private readonly MovableTime _time = new(TestSigner.Start);
    private readonly InMemoryLedgerStore _ledgers = new();
    private readonly InMemoryStatementStore _statements = new();
    private readonly TestSigner _real = new();
    private readonly TestSigner _drill = new() { KeyId = "sig-drill", Space = Space.Drill };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Storage_is_of_the_space_of_the_first_host_that_works_on_it_and_of_no_other(bool isDrillFirst)
    {
        (TestSigner first, TestSigner second) = isDrillFirst ? (_drill, _real) : (_real, _drill);
        await ClaimAsync(first);
        await ClaimAsync(first);
        OtherSpaceException refused = await Assert.ThrowsAsync<OtherSpaceException>(() => ClaimAsync(second));
        Assert.Contains($"not of the space '{second.Space}'", refused.Message, StringComparison.Ordinal);
        await ClaimAsync(first);
    }

    [Theory]
    [InlineData("DRYR-0000-0001", true)]
    [InlineData("7K3Q-F2M9-X4TD", false)]
    public async Task Storage_that_says_nothing_yet_is_of_the_space_of_the_cases_in_it(string @case, bool isDrill)
    {
        Assert.True(await _ledgers.TryAppendAsync("officers", 0, new byte[] { 1 }, default));
        Assert.True(await _ledgers.TryAppendAsync(CaseId.Parse(@case).ToString(), 0, new byte[] { 1 }, default));
        await Assert.ThrowsAsync<OtherSpaceException>(() => ClaimAsync(isDrill ? _real : _drill));
        Assert.Null(await _statements.ReadAsync(StorageSpace.Name, default));
        await ClaimAsync(isDrill ? _drill : _real);
    }

    [Fact]
    public async Task Storage_whose_space_can_not_be_read_is_nobodys()
    {
        await _statements.TryCreateAsync(StorageSpace.Name, "e30.e30.AAAA"u8.ToArray(), default);
        await Assert.ThrowsAsync<OtherSpaceException>(() => ClaimAsync(_real));
        await Assert.ThrowsAsync<OtherSpaceException>(() => ClaimAsync(_drill));
    }

    [Fact]
    public async Task Two_hosts_that_claim_an_empty_storage_at_once_are_not_both_let_in()
    {
        var faults = new FaultPlan();
        faults.AfterCall(1, () => ClaimAsync(_real));
        await Assert.ThrowsAsync<OtherSpaceException>(() => ClaimAsync(_drill, faults));
    }

    [Fact]
    public async Task Storage_that_can_not_be_asked_is_claimed_by_the_next_try()
    {
        for (int call = 1; call <= 3; call++)
        {
            var faults = new FaultPlan();
            faults.Fail(call, FaultMode.RequestLost);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => ClaimAsync(_real, faults));
        }

        await ClaimAsync(_real);
        await Assert.ThrowsAsync<OtherSpaceException>(() => ClaimAsync(_drill));
    }

    public void Dispose()
    {
        _real.Dispose();
        _drill.Dispose();
    }

    private Task ClaimAsync(TestSigner host, FaultPlan? faults = null) => new StorageSpace(
        new StoredStatements(new FaultingStatementStore(_statements, faults ?? new FaultPlan()), host, [host.Published]), new FaultingLedgerStore(_ledgers, faults ?? new FaultPlan()), host.Space, _time)
        .ClaimAsync(default);
}
