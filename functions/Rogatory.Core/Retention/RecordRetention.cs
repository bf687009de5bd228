using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>Records what an officer does about retention, with sealed reasons, in one append. The same by the same officer again changes nothing.</summary>
public sealed class RecordRetention(CaseJournal journal, SealText sealText)
{
    // Each round that is lost means that another officer's act, or the same sent twice, was recorded.
    private const int MostRounds = 100;

    /// <summary>Seals the reasons and appends what <paramref name="make"/> says.</summary>
    /// <param name="officer">Who does it.</param>
    /// <param name="case">The case.</param>
    /// <param name="kind">The kind of words, as <see cref="SealText"/> names them.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="findAlike">The reasons of an act like this one that stands already and is this officer's; null where there is none.</param>
    /// <param name="make">The event, from the newest state; throws to refuse. Asked before anything is sealed, too.</param>
    /// <param name="cancellationToken">Stops before the append.</param>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>reasons-required</c>, and whatever <paramref name="make"/> refuses with.</exception>
    public async Task<CaseState> RunAsync(
        OfficerId officer,
        CaseId @case,
        string kind,
        string reasons,
        Func<CaseState, ItemId?> findAlike,
        Func<CaseState, CommandId, ItemId, RetentionEvent> make,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findAlike);
        ArgumentNullException.ThrowIfNull(make);
        ApproveDisclosure.CheckReasons(reasons);
        for (int round = 0; round < MostRounds; round++)
        {
            CaseState state = await journal.GetAsync(@case, cancellationToken);
            ItemId? alike = findAlike(state);
            if (alike is { } words && !state.Retention.IsGone(words) && await sealText.HoldsAsync(state, words, reasons, cancellationToken))
                return state;
            CommandId command = CommandId.Derive(kind, @case.ToString(), AttemptId.New().ToString());
            make(state, command, CaseState.RequestItem);
            ItemSealed item = await sealText.RunAsync(state, kind, reasons, command, cancellationToken);
            CaseState after = (await journal.AppendAsync(@case, $"officer:{officer}", command, newest =>
                findAlike(newest!) == alike ? [item, make(newest!, command, item.Item)] : [], cancellationToken)).State!;
            if (after.Has(command))
                return after;
        }

        throw new StorageUnavailableException("ledger");
    }
}
