using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Intake;

/// <summary>What a partner declared. It stands in the sealed item <c>request</c> and nowhere else, so it is read from there.</summary>
public sealed class DeclaredItems(ItemVault vault)
{
    /// <summary>The request as it was sent.</summary>
    public async Task<RequestDocument> ReadRequestAsync(CaseState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ItemSealed request = state.Find(CaseState.RequestItem)
            ?? throw new InvalidOperationException("A case whose request is not sealed.");
        using OpenedItem opened = await vault.OpenAsync(
            Grants.ForComparison(state.Case, CaseState.RequestItem), state.Case, request, cancellationToken);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, cancellationToken);
        return RequestDocument.Parse(content.ToArray());
    }

    /// <summary>The declaration of one item, or null.</summary>
    public async Task<DeclaredItem?> FindAsync(CaseState state, ItemId item, CancellationToken cancellationToken) =>
        (await ReadRequestAsync(state, cancellationToken)).Items.FirstOrDefault(one => one.Id == item);
}
