using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Incidents;

/// <summary>Seals what people write about incidents: in the case concerned where there is one that can be read, else in a file of our own.</summary>
public sealed class IncidentWords(CaseJournal journal, SealText sealText, IncidentFile file)
{
    /// <summary>Seals the text, and records that in the ledger of the case that holds it.</summary>
    /// <param name="case">The case concerned; null for none.</param>
    /// <param name="kind">What it is: lower-case letters, which follow <c>incident-</c> in the item's id; empty for the report itself.</param>
    /// <param name="text">The text.</param>
    /// <param name="actor">Who wrote it.</param>
    /// <param name="cancellationToken">Leaves nothing that counts.</param>
    public async Task<SealedWords> SealAsync(CaseId? @case, string kind, string text, string actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(@case, cancellationToken) is { } concerned)
        {
            try
            {
                return await SealAsync(concerned, kind, text, actor, cancellationToken);
            }
            catch (LedgerBrokenException)
            {
                // What is remembered of it is more than is left.
            }
        }

        return await SealAsync(await file.OpenAsync(cancellationToken), kind, text, actor, cancellationToken);
    }

    private async Task<SealedWords> SealAsync(CaseState state, string kind, string text, string actor, CancellationToken cancellationToken)
    {
        string of = kind.Length == 0 ? "incident" : $"incident-{kind}";
        CommandId command = CommandId.Derive(of, state.Case.ToString(), AttemptId.New().ToString());
        ItemSealed words = await sealText.RunAsync(state, of, text, command, cancellationToken);
        await journal.AppendAsync(state.Case, actor, command, _ => [words], cancellationToken);
        return new SealedWords(state.Case, words.Item);
    }

    /// <summary>Whether the sealed words are exactly these: so the same call sent twice is told from another. Words that can't be read any more are no longer told from others.</summary>
    public async Task<bool> HoldsAsync(SealedWords words, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        return await FindAsync(words.Case, cancellationToken) is { } state && await HoldsAsync(state, words.Item, text, cancellationToken);
    }

    private async Task<bool> HoldsAsync(CaseState state, ItemId item, string text, CancellationToken cancellationToken)
    {
        try
        {
            return await sealText.HoldsAsync(state, item, text, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is RefusedException or OpenException)
        {
            return false;
        }
    }

    private async Task<CaseState?> FindAsync(CaseId? @case, CancellationToken cancellationToken)
    {
        try
        {
            return @case is { } one ? (await journal.LoadAsync(one, cancellationToken)).State : null;
        }
        catch (Exception unreadable) when (unreadable is LedgerBrokenException or RefusedException)
        {
            return null;
        }
    }
}
