namespace Rogatory.Core.Reports;

/// <summary>What was done in a period, counted from the ledgers: ids, codes and dates, and nothing of a person.</summary>
/// <param name="Verdict">Whether the ledgers can be relied on.</param>
/// <param name="Authority">Whose report it is.</param>
/// <param name="Period">The days it is about.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Verification">What was checked.</param>
/// <param name="Sections">Its parts, in order.</param>
/// <param name="Tables">The figures, in the order of the sections.</param>
/// <param name="Transfers">The documentation of single transfers.</param>
/// <param name="Register">The record of processing.</param>
public sealed record Report(
    ReportVerdict Verdict, ReportAuthority Authority, ReportPeriod Period, DateTimeOffset MadeAt, ReportVerification Verification,
    IReadOnlyList<ReportSection> Sections, IReadOnlyList<ReportTable> Tables, DocumentedTransfers Transfers, IReadOnlyList<RegisterStatement> Register);
