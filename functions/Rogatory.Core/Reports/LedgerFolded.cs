using Rogatory.Ledger;

namespace Rogatory.Core.Reports;

/// <summary>What one ledger came to.</summary>
internal sealed record LedgerFolded(string Name, long Length, LedgerReport Report, BrokenLedger? Broken, LedgerFigures Figures);
