using System.Collections.Concurrent;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Intake;

/// <summary>What a partner declared. It stands in the sealed item <c>request</c> and nowhere else, so it is read from there.</summary>
/// <remarks>The declarations of items, and nothing else of the request, are kept in memory for a while: their items come one after another.</remarks>
public sealed class DeclaredItems(ItemVault vault, TimeProvider time)
{
    private const int MostKept = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<CaseId, Kept> _kept = new();

    /// <summary>The request as it was sent.</summary>
    /// <exception cref="RefusedException"><c>item-erased</c>.</exception>
    public async Task<RequestDocument> ReadRequestAsync(CaseState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ItemSealed request = state.Find(CaseState.RequestItem)
            ?? throw new InvalidOperationException("A case whose request is not sealed.");
        using OpenedItem opened = await vault.OpenAsync(
            Grants.ForComparison(state.Case, CaseState.RequestItem), state, request, cancellationToken);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, cancellationToken);
        return RequestDocument.Parse(content.ToArray());
    }

    /// <summary>The declaration of one item, or null.</summary>
    /// <exception cref="RefusedException"><c>item-erased</c>: the request is; what is remembered of it is not handed out either.</exception>
    public async Task<DeclaredItem?> FindAsync(CaseState state, ItemId item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.RefuseErased(CaseState.RequestItem);
        if (!_kept.TryGetValue(state.Case, out Kept? kept) || kept.Until <= time.GetUtcNow())
            kept = Keep(state.Case, (await ReadRequestAsync(state, cancellationToken)).Items);
        return kept.Items.FirstOrDefault(one => one.Id == item);
    }

    /// <summary>Remembers the declarations of a request that has just been opened.</summary>
    internal Kept Keep(CaseId @case, IReadOnlyList<DeclaredItem> items)
    {
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept[@case] = new Kept(items, time.GetUtcNow() + KeptFor);
    }

    internal sealed record Kept(IReadOnlyList<DeclaredItem> Items, DateTimeOffset Until);
}
