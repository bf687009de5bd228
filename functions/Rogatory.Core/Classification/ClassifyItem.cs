using System.Globalization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Flow;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Classification;

/// <summary>
/// What follows when an item is sealed: the program opens it in a stream, finds what is sensitive, and seals what it found as an item of its own.
/// That it reads stands in the ledger before the first byte (LED art. 25); of what it found, counts and codes do.
/// </summary>
public sealed class ClassifyItem(CaseJournal journal, ItemVault vault, IEnvelopeEraser eraser, TimeProvider time) : IDisposable
{
    /// <summary>Bytes of a text, table, JSON or markup file that are read; the rest is unread. Other formats have limits of their own.</summary>
    public const long MostText = 8L << 30;

    /// <summary>Who reads.</summary>
    public const string Actor = "system:classification";

    // A reader holds up to about 150 MiB.
    private const int MostAtOnce = 2;

    private static readonly ReadingLimits Limits = new() { Length = MostText };

    private readonly ItemTurns _turns = new();
    private readonly SemaphoreSlim _readers = new(MostAtOnce);

    /// <summary>Safe to run twice, at once, and to take up after a crash anywhere. What cannot be read is unread, and never clean.</summary>
    /// <exception cref="StorageUnavailableException">Nothing is said of the item, and it can be tried again.</exception>
    public async Task RunAsync(CaseId @case, ItemId item, CancellationToken cancellationToken)
    {
        await _turns.TakeAsync(@case, item, cancellationToken);
        try
        {
            await _readers.WaitAsync(cancellationToken);
            try
            {
                CaseState state = await journal.GetAsync(@case, cancellationToken);
                if (ClassificationDecider.IsDue(state, item))
                    await ClassifyAsync(state, item, cancellationToken);
            }
            finally
            {
                _readers.Release();
            }
        }
        finally
        {
            _turns.Pass(@case, item);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    private async Task ClassifyAsync(CaseState known, ItemId item, CancellationToken cancellationToken)
    {
        (CaseState state, CommandId consultation) = await ConsultAsync(known, item, cancellationToken);
        if (!state.Has(consultation) || !ClassificationDecider.IsDue(state, item))
            return;

        SearchedItem searched = await SearchedItem.OfAsync(
            () => vault.OpenAsync(Grants.ForClassification(state, item, consultation), state, state.Find(item)!, cancellationToken),
            DetectorPack.Standard, Limits, cancellationToken);
        var path = new SealedPath(state.Case, Derivation.FindingsOf(item), AttemptId.New());
        CommandId command = CommandId.Derive("classify", path.ToString());
        byte[] findings = FindingsDocument.Write(item.ToString(), DetectorPack.Standard.Version, searched.Report, searched.Found);
        var source = new ItemSource($"{path.Item}.json", "application/json", findings.Length, new MemoryStream(findings));
        ItemSealed one = await vault.SealAsync(path, command, source, _ => { }, state.Request.RetainUntil, cancellationToken);

        Snapshot<CaseState> after = await journal.AppendAsync(state.Case, Actor, command, newest => ClassificationDecider.IsDue(newest!, item)
            ? [one, Say(searched, item, one), .. Commit(searched, item, command)]
            : [new AttemptAbandoned { Command = command, Item = one.Item, Attempt = one.Attempt }], CancellationToken.None);
        if (after.State!.Find(one.Item)?.Attempt != one.Attempt)
            await eraser.DestroyAsync(path, ItemVault.FirstEnvelope, CancellationToken.None);
    }

    // As with an officer's, readings of one item are recorded once an hour, however often the first ones failed.
    private async Task<(CaseState State, CommandId Consultation)> ConsultAsync(CaseState state, ItemId item, CancellationToken cancellationToken)
    {
        string hour = time.GetUtcNow().ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        CommandId command = CommandId.Derive("consult-to-classify", state.Case.ToString(), item.ToString(), hour);
        Snapshot<CaseState> after = await journal.AppendAsync(state.Case, Actor, command, newest =>
            ClassificationDecider.IsDue(newest!, item) ? [new ItemConsulted { Command = command, Item = item, Justification = null }] : [], cancellationToken);
        return (after.State!, command);
    }

    private static ItemClassified Say(SearchedItem searched, ItemId item, ItemSealed findings) => new()
    {
        Command = findings.Command,
        Item = item,
        Format = searched.Report.Format,
        Findings = findings.Item,
        Pack = DetectorPack.Standard.Version,
        Categories = searched.Found.Categories,
        Doubtful = searched.Found.Doubtful,
        Unread = searched.Report.Unread.CountBy(one => FindingsDocument.CodeOf(one.Reason)).ToDictionary(one => one.Key, one => (long)one.Value),
        Breaches = [.. searched.Report.Breaches.Select(one => FindingsDocument.CodeOf(one.Kind)).Distinct().Order(StringComparer.Ordinal)],
    };

    private static IEnumerable<BlocksCommitted> Commit(SearchedItem searched, ItemId item, CommandId command) => searched.Blocks is not { } blocks ? [] :
    [
        new BlocksCommitted { Command = command, Item = item, Kind = blocks.Kind, Count = blocks.Count, Root = Convert.ToHexStringLower(blocks.Root) },
    ];
}
