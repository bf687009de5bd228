using System.Globalization;
using System.Threading.Channels;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Core.Reports;

/// <summary>
/// Makes a report: reads every ledger once, checks it and counts it in the same pass, one ledger in memory at a time and the next being read. A ledger that
/// does not hold is said first; it never ends the report.
/// </summary>
public sealed class MakeReport(ILedgerStore ledgers, Checkpoints checkpoints, PolicySet policy, HomeAuthority home, TimeProvider time)
{
    // Beside the one that is added up: on two cores the next is read while one is folded.
    private const int Ahead = 2;

    private readonly RuleTexts _rules = new(policy);

    /// <summary>The report over a period.</summary>
    /// <exception cref="StorageUnavailableException">A ledger cannot be read: nothing is reported on the others alone.</exception>
    public async Task<Report> RunAsync(string authorityName, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        DateTimeOffset madeAt = time.GetUtcNow();
        (SignedCheckpoint? newest, IReadOnlyList<CheckpointCase> proven, string? fault) = await CheckpointAsync(cancellationToken);
        var verification = new VerificationTally(newest?.Checkpoint, proven, fault);
        var tally = new FigureTally();
        await foreach (LedgerFolded folded in FoldAsync(period, madeAt, cancellationToken))
        {
            verification.Add(folded);
            tally.Add(folded.Figures);
        }

        ReportVerification checkedLedgers = verification.Finish();
        var authority = new ReportAuthority(authorityName, home.State.ToString(), home.Contact, policy.Version, policy.Digest);
        IReadOnlyList<SectionLayout> sections = ReportLayout.Sections(period, _rules);
        return new Report(
            VerificationTally.VerdictOf(checkedLedgers), authority, period, madeAt, checkedLedgers,
            [.. sections.Select(one => one.Section)], [.. sections.SelectMany(one => one.Fill(tally))], tally.Transfers, ProcessingRegister.Of(authority, home, policy, _rules));
    }

    /// <summary>Whether a report over the period can have a figure of that id: a table's, a column's and a row's, with dots between.</summary>
    public bool Knows(string figure, ReportPeriod period) =>
        figure?.Split('.', 3) is [var table, var column, _] && ReportLayout.Sections(period, _rules).SelectMany(section => section.Tables).Any(one => one.Id == table && one.Columns.Any(known => known.Code == column));

    /// <summary>Every entry that a figure counts, by ledger and line; none for a figure that counts nothing.</summary>
    public async IAsyncEnumerable<ReportEntry> EntriesAsync(string figure, ReportPeriod period, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (LedgerFolded folded in FoldAsync(period, time.GetUtcNow(), cancellationToken))
        {
            foreach ((FigureKey key, ReportEntry entry) in folded.Figures.Counted)
            {
                if (key.Id == figure)
                    yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<LedgerFolded> FoldAsync(ReportPeriod period, DateTimeOffset madeAt, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
            names.Add(ledger.Name);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<Task<LedgerFolded>> ahead = Channel.CreateBounded<Task<LedgerFolded>>(Ahead);
        Task fill = FillAsync(names, ahead.Writer, period, madeAt, ended.Token);
        try
        {
            await foreach (Task<LedgerFolded> one in ahead.Reader.ReadAllAsync(cancellationToken))
                yield return await one;
        }
        finally
        {
            await ended.CancelAsync();
            await fill.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FillAsync(SortedSet<string> names, ChannelWriter<Task<LedgerFolded>> ahead, ReportPeriod period, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        try
        {
            foreach (string name in names)
            {
                await ahead.WaitToWriteAsync(cancellationToken);
                await ahead.WriteAsync(Task.Run(async () =>
                    LedgerFold.Read(name, await ledgers.ReadAsync(name, 0, cancellationToken), period, madeAt, _rules), cancellationToken), cancellationToken);
            }

            ahead.Complete();
        }
        catch (Exception failed)
        {
            ahead.Complete(failed);
            throw;
        }
    }

    private async Task<(SignedCheckpoint? Newest, IReadOnlyList<CheckpointCase> Cases, string? Fault)> CheckpointAsync(CancellationToken cancellationToken)
    {
        SignedCheckpoint? newest = null;
        try
        {
            newest = await checkpoints.NewestAsync(cancellationToken);
            return (newest, newest is null ? [] : await checkpoints.CasesAsync(newest.Checkpoint, cancellationToken), null);
        }
        catch (InvalidStatementException invalid)
        {
            return (null, [], string.Create(CultureInfo.InvariantCulture, $"The newest checkpoint can't be relied on: {invalid.Message}"));
        }
    }
}
