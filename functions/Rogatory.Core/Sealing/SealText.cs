using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>Seals what a person wrote (reasons, justifications) as an item of our own: a ledger never holds a person's words.</summary>
public sealed class SealText(ItemVault vault)
{
    /// <summary>Seals the text, exactly its UTF-8 bytes, as <c>request.{kind}-{12 hex}</c>. The event is for the caller to append.</summary>
    public async Task<ItemSealed> RunAsync(CaseState state, string kind, string text, CommandId command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        AttemptId attempt = AttemptId.New();
        ItemId item = ItemId.Parse($"{CaseState.RequestItem}.{kind}-{attempt.ToString()[..12]}");
        byte[] content = Encoding.UTF8.GetBytes(text);
        var source = new ItemSource($"{kind}.txt", "text/plain; charset=utf-8", content.Length, new MemoryStream(content));
        return await vault.SealAsync(
            new SealedPath(state.Case, item, attempt), command, source, _ => { }, state.Request.RetainUntil, cancellationToken);
    }

    /// <summary>Whether a sealed item of the case holds exactly this text: so a command that is tried again is told from another one. One that is erased holds nothing.</summary>
    public async Task<bool> HoldsAsync(CaseState state, ItemId item, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Retention.IsGone(item) || state.Find(item) is not { } known)
            return false;
        ItemDescription words = await vault.DescribeAsync(Grants.ForComparison(state.Case, item), state, known, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(words.Sha256, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
