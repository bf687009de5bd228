using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>An officer proposes what is to go to whom; the transfer check decides at once whether it may, and says why.</summary>
public sealed class ProposeDisclosure(
    CaseJournal journal, SealText sealText, DeclaredItems declarations, CheckTransfer check, IOutbound outbound, PartnerRegister partners, PolicySet policy, TimeProvider time)
{
    /// <summary>The most items that one disclosure can have.</summary>
    public const int MostItems = 200;

    /// <summary>Seals what the officer stated, checks the transfer, and records both. What is not allowed ends there, explained. The same again, while it waits, is answered as done.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>proposal-malformed</c>, <c>item-not-found</c>, <c>item-erased</c>, <c>item-restricted</c>, <c>item-rectified</c>, <c>item-not-classified</c>, <c>disclosure-not-possible</c>.</exception>
    public async Task<DisclosureState> RunAsync(OfficerId officer, string session, CaseId @case, ProposedDisclosure proposed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        proposed = proposed with { Items = state.Extracts.WithProofs(proposed.Items) };
        Check(state, proposed);
        string region = proposed.Region ?? outbound.Regions[0];
        string statement = proposed.Words;
        RequestDocument request = await declarations.ReadRequestAsync(state, cancellationToken);
        JsonObject stated = DisclosureFacts.Stated(proposed, state, request, check.Home, await OriginAsync(state, cancellationToken));
        RefuseUnknownRules(stated);

        string actor = $"officer:{officer}";
        DateTimeOffset now = time.GetUtcNow();
        CommandId command = default;
        DisclosureProposed Proposal(CaseState at, ItemId item) => new()
        {
            Command = command,
            Disclosure = DisclosureId.Of(@case, at.Disclosures.Count + 1),
            Items = proposed.Items,
            Partner = proposed.Partner,
            Region = region,
            Statement = item,
            Stated = stated,
            RetainUntil = proposed.RetainUntil,
            Accuracy = proposed.Accuracy,
            EscalateAt = now + policy.LimitOf("home.approval-escalate"),
            LapseAt = now + policy.LimitOf("home.approval-lapse"),
        };

        DisclosureProposed wanted = Proposal(state, CaseState.RequestItem);
        DisclosureState[] alike = [.. state.Disclosures.Where(one => one.ProposedBy == actor && one.Proposal.IsAlike(wanted))];
        if (await FindRepeatedAsync(state, alike, statement, cancellationToken) is { } repeated)
            return repeated;
        command = CommandOf(officer, session, wanted, alike.Length, statement);
        CheckedTransfer transfer = await check.RunAsync(state, wanted, cancellationToken);
        ItemSealed words = await sealText.RunAsync(state, "proposal", statement, command, cancellationToken);
        Snapshot<CaseState> after = await journal.AppendAsync(@case, actor, command, newest =>
        {
            Check(newest!, proposed);
            DisclosureProposed proposal = Proposal(newest!, words.Item);
            return [words, proposal, transfer.ToEvent(command, proposal.Disclosure)];
        }, cancellationToken);
        return after.State!.Disclosures.Last(one => one.Proposal.Command == command);
    }

    // A proposal sent twice, because its answer was lost, is one.
    private async Task<DisclosureState?> FindRepeatedAsync(
        CaseState state, IEnumerable<DisclosureState> alike, string statement, CancellationToken cancellationToken)
    {
        foreach (DisclosureState one in alike.Where(one => one.Step == DisclosureStep.Proposed))
        {
            if (await sealText.HoldsAsync(state, one.Proposal.Statement, statement, cancellationToken))
                return one;
        }

        return null;
    }

    // Sent twice at the same instant it is one as well: both calls find the same proposals before them, and so derive the same command. What
    // was stated can't be guessed from it without the session, which no one else knows.
    private static CommandId CommandOf(OfficerId officer, string session, DisclosureProposed wanted, int before, string statement)
    {
        string words = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(session), Encoding.UTF8.GetBytes(
            new JsonArray(wanted.Partner.ToString(), wanted.Region, $"{wanted.RetainUntil:O}", $"{wanted.Accuracy}", string.Join(' ', wanted.Items), statement).ToJsonString())));
        return CommandId.Derive("propose-disclosure", wanted.Disclosure.Case.ToString(), officer.ToString(), session, before.ToString(CultureInfo.InvariantCulture), words);
    }

    // A rule's id is the one thing among the facts that is not a code of a list, and it goes into the ledger.
    private void RefuseUnknownRules(JsonObject stated)
    {
        if (stated[FactSection.Resolved] is JsonObject resolved && resolved.Any(one => !policy.HasTransferRule(one.Key)))
            throw RefusedException.Malformed("proposal-malformed", $"/facts/{FactSection.Resolved}", "A rule that is weighed here does not exist.");
    }

    private async Task<StateCode?> OriginAsync(CaseState state, CancellationToken cancellationToken) =>
        (await partners.FindAsync(state.Partner, cancellationToken))?.Entry.Jurisdiction;

    private void Check(CaseState state, ProposedDisclosure proposed)
    {
        if (state.Phase != CasePhase.Accepted || state.Disclosures.Count >= DisclosureId.MostNumber)
            throw new RefusedException("disclosure-not-possible", "Nothing can be disclosed in this case: its request is not accepted, or it has all the disclosures it can have.");
        if (proposed.Items.Count is 0 or > MostItems || proposed.Items.Distinct().Count() != proposed.Items.Count)
            throw RefusedException.Malformed("proposal-malformed", "/items", "Name 1 to 200 items, each once.");
        if (proposed.Region is { } region && !outbound.Regions.Contains(region))
            throw RefusedException.Malformed("proposal-malformed", "/region", "There is no outbound storage in that region.");
        if (proposed.RetainUntil is { } day && day <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
            throw RefusedException.Malformed("proposal-malformed", "/retainUntil", "The date is past.");
        foreach (ItemId item in proposed.Items)
        {
            if (state.Find(item) is null)
                throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");
        }

        if (proposed.Items.Any(item => Derivation.IsWords(item) || Derivation.IsFindings(item)))
            throw RefusedException.Malformed("proposal-malformed", "/items", "What was found in items, and what officers wrote, goes to nobody.");
        if (proposed.Items.Any(item => ExtractId.ProvenBy(item) is { } extract && !proposed.Items.Contains(extract)))
            throw RefusedException.Malformed("proposal-malformed", "/items", "A proof goes with its extract only: name the extract.");
        if (ItemBar.Find(state, proposed.Items) is { } barred)
            throw barred;
        if (proposed.Items.Any(item => Derivation.IsContent(item) && state.Classification.Find(item) is null))
            throw new RefusedException("item-not-classified", "An item is not classified yet. That is under way by itself: look at the case, and propose again when it is.");
    }
}
