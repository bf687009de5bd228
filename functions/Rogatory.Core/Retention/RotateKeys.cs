using System.Collections.Concurrent;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Retention;

/// <summary>
/// Makes the key envelopes of one case anew: the next one is created and read back, the ledger says that it counts, and only then the eraser
/// destroys those before it. No body is touched, and a hold doesn't matter: what a held item needs is a key envelope, not that one.
/// </summary>
/// <remarks>
/// Each run takes numbers that no envelope has, and lets nothing count but what it made itself, so two at once, a crash or a lost answer leave
/// at most an envelope that does not count; the next run for the item, which the rotation makes due until it is done, destroys it. The ledger is
/// asked again between the creation and the end: an item whose erasure has begun meanwhile gets no line, and what was made for it is destroyed.
/// A crash in between is found by the flow, which destroys whatever envelope there is of an erased item.
/// </remarks>
public sealed class RotateKeys(
    CaseJournal journal, KeyRegister register, CurrentKeys current, RewrapEnvelope rewrap, IKeyEnvelopeStore keys, IEnvelopeEraser eraser, OpenIncident incidents)
{
    /// <summary>How many envelopes are made before the ledger says so.</summary>
    public const int MostAtOnce = 200;

    // Enough to wait for storage while others unwrap, and few enough for a key vault and a small machine.
    private const int Lanes = 8;

    private const string Actor = "system:flow";

    /// <summary>Makes anew what is under a retired version. Safe to run twice, at once, or again after a crash anywhere.</summary>
    /// <exception cref="StorageUnavailableException">Also where the version that something is under is disabled. All else is made anew.</exception>
    public async Task RunAsync(CaseId @case, CancellationToken cancellationToken)
    {
        if ((await register.GetAsync(cancellationToken)).Newest is not { } rotation)
            return;
        if (rotation.Retired.Contains((await current.NewestAsync(cancellationToken)).KeyId))
            await current.RefreshAsync(cancellationToken);

        CaseState state = await journal.GetAsync(@case, cancellationToken);
        List<KeyEnvelopeFound> found = [];
        await foreach (KeyEnvelopeFound envelope in keys.ListAsync(@case, cancellationToken))
            found.Add(envelope);
        ILookup<SealedPath, int> numbers = found.ToLookup(one => one.Path, one => one.Rotation);
        ItemId[] due = [.. found.Where(one => rotation.IsDue(state, one, numbers[one.Path].Contains(state.RotationOf(one.Path.Item)))).Select(one => one.Path.Item).Distinct()];
        bool areLeft = false;
        foreach (ItemId[] some in due.Chunk(MostAtOnce))
            areLeft |= await RotateAsync(@case, some, numbers, rotation, cancellationToken);
        if (areLeft)
            throw new StorageUnavailableException("kek", new KeyDisabledException());
    }

    /// <returns>Whether some are under a version that is disabled, and stay due.</returns>
    private async Task<bool> RotateAsync(
        CaseId @case, ItemId[] items, ILookup<SealedPath, int> numbers, KeyRotation rotation, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        var attempts = new ConcurrentBag<Attempt>();
        await Parallel.ForEachAsync(items.Where(item => !state.Retention.IsGone(item)), With(cancellationToken), async (item, stop) =>
            attempts.Add(await MakeAsync(state, state.Find(item)!, numbers, rotation, stop)));

        CommandId command = CommandId.Derive("rotate-keys", AttemptId.New().ToString());
        CaseState after = (await journal.AppendAsync(
            @case, Actor, command, newest => Record(newest!, state, attempts, rotation, command), cancellationToken)).State!;
        foreach (Attempt failed in attempts.Where(one => one.HasFailed && after.RotationFailures.GetValueOrDefault(one.Path.Item.ToString()) == rotation.Number))
            await incidents.RunAsync(IncidentCause.EnvelopeAltered, @case, failed.Path.Item, cancellationToken);
        await Parallel.ForEachAsync(attempts.SelectMany(one => Left(after, one)), With(cancellationToken), async (one, stop) =>
            await eraser.DestroyAsync(one.Path, one.Number, stop));
        return attempts.Any(one => one.IsDisabled);
    }

    private async Task<Attempt> MakeAsync(
        CaseState state, ItemSealed one, ILookup<SealedPath, int> numbers, KeyRotation rotation, CancellationToken cancellationToken)
    {
        var path = new SealedPath(state.Case, one.Item, one.Attempt);
        int[] before = [.. numbers[path].Append(state.RotationOf(one.Item)).Distinct()];
        var attempt = new Attempt(path, before, before.Max() + 1);
        try
        {
            string? key = await rewrap.RunAsync(state, one, attempt.Number, rotation.Retired, cancellationToken);
            return attempt with { Key = key };
        }
        catch (OpenException disabled) when (disabled.InnerException is KeyDisabledException)
        {
            return attempt with { IsDisabled = true };
        }
        catch (Exception fault) when (fault is OpenException or NotAsMadeException)
        {
            return attempt with { HasFailed = true, IsOurs = fault is NotAsMadeException };
        }
    }

    private static IReadOnlyList<LedgerEvent> Record(
        CaseState newest, CaseState before, IReadOnlyCollection<Attempt> attempts, KeyRotation rotation, CommandId command)
    {
        Attempt[] standing = [.. attempts.Where(one =>
            !newest.Retention.IsGone(one.Path.Item) && newest.RotationOf(one.Path.Item) == before.RotationOf(one.Path.Item))];
        return
        [
            .. standing.Where(one => one.Key is not null).GroupBy(one => one.Key!).Select(made => new KeysRotated
            {
                Command = command,
                Key = made.Key,
                Items = [.. made.OrderBy(one => one.Path.Item.ToString(), StringComparer.Ordinal).Select(one => new RotatedItem(one.Path.Item, one.Number))],
            }),
            .. standing.Where(one => one.HasFailed && newest.RotationFailures.GetValueOrDefault(one.Path.Item.ToString()) < rotation.Number)
                .Select(one => new RotationFailed { Command = command, Rotation = rotation.Number, Item = one.Path.Item }),
        ];
    }

    // Where the one that was made counts, those before it; where it does not, that one alone, which nobody else will let count.
    private static IEnumerable<(SealedPath Path, int Number)> Left(CaseState after, Attempt one)
    {
        if (one.Key is null && !one.IsOurs)
            return [];
        return one.Key is not null && after.RotationOf(one.Path.Item) == one.Number && !after.Retention.IsGone(one.Path.Item)
            ? one.Before.Select(number => (one.Path, number))
            : [(one.Path, one.Number)];
    }

    private static ParallelOptions With(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken };

    /// <param name="Path">The item's attempt that counts.</param>
    /// <param name="Before">The numbers of its envelopes that were there.</param>
    /// <param name="Number">The number of the one that was to be made.</param>
    private sealed record Attempt(SealedPath Path, int[] Before, int Number)
    {
        /// <summary>The version that the one made is under; null where none was made.</summary>
        public string? Key { get; init; }

        public bool HasFailed { get; init; }

        /// <summary>Whether what is there can't be unwrapped until somebody enables its version again.</summary>
        public bool IsDisabled { get; init; }

        /// <summary>Whether an envelope was created that must go.</summary>
        public bool IsOurs { get; init; }
    }
}
