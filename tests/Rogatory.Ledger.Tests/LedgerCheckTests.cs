namespace Rogatory.Ledger.Tests;

public sealed class LedgerCheckTests
{
    [Fact]
    public void A_ledger_as_written_holds()
    {
        var (bytes, lines) = Some.Ledger([Some.Opening()], [Some.Sealing(), Some.Entry("seal")], [Some.Entry("accept")]);

        var report = LedgerCheck.Check(new MemoryStream(bytes));

        Assert.True(report.Holds, report.Why);
        Assert.Equal(lines.Count, report.Size);
    }
}
