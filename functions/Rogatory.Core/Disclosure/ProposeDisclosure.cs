using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure;

/// <summary>An officer proposes what is to go to whom; the transfer check decides at once whether it may, and says why.</summary>
public sealed class ProposeDisclosure(
    CaseJournal journal, SealText sealText, ItemVault vault, DeclaredItems declarations, CheckTransfer check, IOutbound outbound, PartnerRegister partners, StoredPolicies policies, PolicySet policy, TimeProvider time)
{
    /// <summary>The most items that one disclosure can have.</summary>
    public const int MostItems = 200;

    /// <summary>Seals what the officer stated, checks the transfer, and records both. What is not allowed ends there, explained.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>proposal-malformed</c>, <c>item-not-found</c>, <c>disclosure-not-possible</c>.</exception>
    public async Task<DisclosureState> RunAsync(OfficerId officer, CaseId @case, ProposedDisclosure proposed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        Check(state, proposed);
        string region = proposed.Region ?? outbound.Regions[0];
        string statement = proposed.Facts.ToJsonString();
        RequestDocument request = await declarations.ReadRequestAsync(state, cancellationToken);
        JsonObject stated = DisclosureFacts.Stated(proposed, state, request, check.Home, await OriginAsync(state, cancellationToken));
        RefuseUnknownRules(stated);

        string actor = $"officer:{officer}";
        CommandId command = CommandId.Derive("propose-disclosure", @case.ToString(), AttemptId.New().ToString());
        DateTimeOffset now = time.GetUtcNow();
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

        if (await FindRepeatedAsync(state, actor, Proposal(state, CaseState.RequestItem), statement, cancellationToken) is { } repeated)
            return repeated;
        await policies.KeepAsync(cancellationToken);
        CheckedTransfer transfer = await check.RunAsync(Proposal(state, CaseState.RequestItem), cancellationToken);
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
        CaseState state, string actor, DisclosureProposed proposal, string statement, CancellationToken cancellationToken)
    {
        foreach (DisclosureState one in state.Disclosures.Where(one => one.Step == DisclosureStep.Proposed && one.ProposedBy == actor && one.Proposal.IsAlike(proposal)))
        {
            ItemId words = one.Proposal.Statement;
            ItemDescription sealedWords = await vault.DescribeAsync(Grants.ForComparison(state.Case, words), state, state.Find(words)!, cancellationToken);
            if (CryptographicOperations.FixedTimeEquals(sealedWords.Sha256, SHA256.HashData(Encoding.UTF8.GetBytes(statement))))
                return one;
        }

        return null;
    }

    // A rule's id is the one thing among the facts that is not a code of a list, and it goes into the ledger.
    private void RefuseUnknownRules(JsonObject stated)
    {
        if (stated[FactSection.Resolved] is JsonObject resolved && resolved.Any(one => !policy.HasTransferRule(one.Key)))
            throw RefusedException.Malformed("proposal-malformed", $"/facts/{FactSection.Resolved}", "A rule that is weighed here does not exist.");
    }

    private async Task<StateCode?> OriginAsync(CaseState state, CancellationToken cancellationToken) =>
        (await partners.FindAsync(state.Partner, cancellationToken))?.Jurisdiction;

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
    }
}
