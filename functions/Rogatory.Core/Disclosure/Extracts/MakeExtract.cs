using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// An officer makes an extract of an item, so that no more goes than is needed (LED art. 4(1)(c)). It is an item of its own, sealed under a key
/// of its own, with a proof of the blocks that it has word for word.
/// </summary>
public sealed class MakeExtract(CaseJournal journal, ConsultItem consult, SealText sealText, ItemVault vault, ExtractLimits limits) : IDisposable
{
    // Each lost race means that another extract of the item was made.
    private const int MostRaces = 10;

    // An extract is in memory whole, with what is searched in it.
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>
    /// Reads the item, which is on record before the first byte like any reading, makes the extract, seals it as <c>{item}.extract-{number}</c>
    /// and its proof as <c>{item}.extract-{number}-proof</c>, and records both. The same asked twice in one session is one.
    /// </summary>
    /// <exception cref="RefusedException">What <see cref="ConsultItem"/> refuses; <c>reasons-required</c>, <c>extract-malformed</c>, <c>extract-not-possible</c>, <c>extract-empty</c>,
    /// <c>extract-nothing-removed</c>, <c>extract-too-large</c>, <c>extract-left-over</c>, <c>item-restricted</c>, <c>item-not-classified</c>, <c>case-closed</c>.</exception>
    public async Task<(CaseState State, ExtractMade Made)> RunAsync(
        OfficerId officer, string session, IReadOnlySet<OfficerRole> roles, CaseId @case, ItemId source, ExtractRequest request, string reasons, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reasons);
        if (reasons.Trim().Length is < ConsultItem.FewestJustification or > ConsultItem.MostJustification)
            throw RefusedException.Malformed("reasons-required", "/reasons", $"Say in {ConsultItem.FewestJustification} to {ConsultItem.MostJustification} characters why the extract is made.");
        string words = new JsonObject { ["reasons"] = reasons.Trim(), ["request"] = JsonNode.Parse(request.ToJson()) }.ToJsonString();
        CommandId command = CommandOf(officer, session, @case, source, words);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        if (state.Extracts.Find(command) is { } made)
            return (state, made);
        Check(state, source);

        using OpenedItem opened = await consult.RunAsync(officer, session, @case, source, reasons, roles, cancellationToken);
        await _turns.WaitAsync(cancellationToken);
        using var content = new MemoryStream();
        try
        {
            using var plaintext = new OpenedItemStream(opened, cancellationToken);
            // Reads wait for storage on the thread that asks.
            MadeExtract extract = await Task.Run(() => ExtractMaker.Make(plaintext, request, limits, content, cancellationToken), cancellationToken);
            BlockProof? proof = await ProveAsync(state, source, opened, extract, content, cancellationToken);
            return await SealAsync(state, officer, source, command, new Extracted(request, words, extract, content, proof), cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content.GetBuffer());
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private static CommandId CommandOf(OfficerId officer, string session, CaseId @case, ItemId source, string words) =>
        // The ledger shows the command. What was chosen can't be guessed from it without the session, which no one else knows.
        CommandId.Derive("make-extract", @case.ToString(), source.ToString(), officer.ToString(), session,
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(session), Encoding.UTF8.GetBytes(words))));

    private static void Check(CaseState state, ItemId source)
    {
        if (state.Find(source) is not { } one)
            throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");
        if (state.Phase != CasePhase.Accepted)
            throw new RefusedException("case-closed", "Extracts are made in accepted cases only: decide on the request first.");
        if (one.Item.IsOurs && one.Item != CaseState.RequestItem)
            throw new RefusedException("extract-not-possible", "An extract is made of an item that was sent or added, not of one that derives from another: take that one.");
        // What is rectified can be extracted: the extract goes with the correction, as the item does.
        if (ItemBar.Find(state, [source]) is { Slug: not "item-rectified" } barred)
            throw barred;
        if (state.Classification.Find(source) is null)
            throw new RefusedException("item-not-classified", "The item is not classified yet. That is under way; try again in a while.");
        if (state.Extracts.NextNumber(source) > ExtractId.Most)
            throw new RefusedException("extract-not-possible", $"The item has {ExtractId.Most} extracts, which is the most it can have.");
    }

    private static async Task<BlockProof?> ProveAsync(
        CaseState state, ItemId source, OpenedItem opened, MadeExtract extract, MemoryStream content, CancellationToken cancellationToken)
    {
        if (extract.Kind is not { } kind || extract.Kept.Count == 0 || state.Classification.BlocksOf(source) is not { } committed || committed.Kind != kind || !opened.HasBlockSecret)
            return null;
        BlockCommitment blocks = committed.ToCommitment();
        using BlockProver? prover = Begin(opened, blocks, extract.Kept);
        if (prover is null)
            return null;
        await ItemBlocks.WriteAsync(opened, kind, prover, cancellationToken);
        try
        {
            BlockProof proof = prover.Finish().WithChanged(extract.Changed);
            content.Position = 0;
            await proof.VerifyAsync(blocks.Root, content, cancellationToken);
            return proof;
        }
        catch (ProofException) when (kind == BlockKind.Pages)
        {
            // The text of a page is what the reader makes of it, and another edition of it may make something else.
            return null;
        }
    }

    // So many and so scattered blocks that their proof would be longer than one may be go without.
    private static BlockProver? Begin(OpenedItem opened, BlockCommitment blocks, IReadOnlyList<BlockRange> kept)
    {
        try
        {
            return opened.BeginProof(blocks, kept, Stream.Null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<(CaseState State, ExtractMade Made)> SealAsync(
        CaseState state, OfficerId officer, ItemId source, CommandId command, Extracted made, CancellationToken cancellationToken)
    {
        ItemSealed words = await sealText.RunAsync(state, "extract", made.Words, command, cancellationToken);
        for (int race = 0; race < MostRaces; race++)
        {
            Check(state, source);
            int number = state.Extracts.NextNumber(source);
            ItemId item = ExtractId.Of(source, number);
            // Names are a partner's words, and may hold what was removed.
            var file = new ItemSource($"{source}-extract-{number}.{made.Extract.Extension}", made.Extract.MediaType, made.Content.Length, made.Content);
            List<ItemSealed> lines = [words, await SealAsync(state, item, file, command, cancellationToken)];
            if (made.Proof is { } proof)
            {
                using var json = new MemoryStream(proof.ToJson());
                lines.Add(await SealAsync(state, ExtractId.ProofOf(item), new ItemSource($"{source}-extract-{number}.proof.json", "application/json", json.Length, json), command, cancellationToken));
            }

            Snapshot<CaseState> after = await journal.AppendAsync(state.Case, $"officer:{officer}", command, newest =>
            {
                Check(newest!, source);
                return newest!.Extracts.NextNumber(source) == number ? [.. lines, Say(newest!, source, item, command, words.Item, made)] : [];
            }, cancellationToken);
            state = after.State!;
            if (state.Extracts.Find(command) is { } said)
                return (state, said);
        }

        throw new StorageUnavailableException("ledger");
    }

    private static ExtractMade Say(CaseState state, ItemId source, ItemId item, CommandId command, ItemId reasons, Extracted made) => new()
    {
        Command = command,
        Item = item,
        Source = source,
        SourceRoot = state.Find(source)!.SealedRoot,
        Format = made.Extract.Format,
        Selectors = [.. made.Request.Summary.Keep.Keys.Select(kind => $"keep:{kind}"), .. made.Request.Summary.Remove.Keys.Select(kind => $"remove:{kind}"), .. made.Request.AsText ? ["as:text"] : Array.Empty<string>()],
        Categories = made.Request.Summary.Categories,
        Marks = made.Extract.Marks.ToDictionary(one => one.Key, one => (long)one.Value, StringComparer.Ordinal),
        Removed = made.Extract.Removed,
        Proof = made.Proof is null ? null : ExtractId.ProofOf(item),
        Reasons = reasons,
    };

    private Task<ItemSealed> SealAsync(CaseState state, ItemId item, ItemSource source, CommandId command, CancellationToken cancellationToken)
    {
        source.Content.Position = 0;
        return vault.SealAsync(new SealedPath(state.Case, item, AttemptId.New()), command, source, _ => { }, state.Request.RetainUntil, cancellationToken);
    }

    private sealed record Extracted(ExtractRequest Request, string Words, MadeExtract Extract, MemoryStream Content, BlockProof? Proof);
}
