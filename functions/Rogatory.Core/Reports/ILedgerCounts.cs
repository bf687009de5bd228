namespace Rogatory.Core.Reports;

/// <summary>Counts one thing in one ledger.</summary>
internal interface ILedgerCounts
{
    /// <summary>Looks at the next line up to the end of the period.</summary>
    void Read(ReportLine line);

    /// <summary>Counts what stands at the end of the period.</summary>
    void End();
}
