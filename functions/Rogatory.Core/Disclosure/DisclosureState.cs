using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>What a case's lines on one disclosure come to. Ids, codes and digests only.</summary>
public sealed record DisclosureState
{
    /// <summary>The disclosure.</summary>
    public required DisclosureId Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required DisclosureStep Step { get; init; }

    /// <summary>As it was proposed.</summary>
    public required DisclosureProposed Proposal { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>The newest decision of the transfer check.</summary>
    public TransferChecked? Check { get; init; }

    /// <summary>Who approved, in this order, each once.</summary>
    public ImmutableList<string> ApprovedBy { get; init; } = [];

    /// <summary>The sealed reasons of each who approved.</summary>
    public ImmutableDictionary<string, ItemId> Approvals { get; init; } = ImmutableDictionary<string, ItemId>.Empty;

    /// <summary>Whether the approvers were reminded.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>The grant, once issued.</summary>
    public GrantIssued? Grant { get; init; }

    /// <summary>Codes of the conditions that it was granted under.</summary>
    public ImmutableList<string> Conditions { get; init; } = [];

    /// <summary>What was released, by item id.</summary>
    public ImmutableDictionary<string, ItemReleased> Released { get; init; } = ImmutableDictionary<string, ItemReleased>.Empty;

    /// <summary>The items whose whole copy a patrol read and found as it was sealed.</summary>
    public ImmutableHashSet<string> CheckedCopies { get; init; } = [];

    /// <summary>What a patrol found wrong with a copy; null while nothing is.</summary>
    public CopyFault? CopyFault { get; init; }

    /// <summary>The manifest, once issued.</summary>
    public ManifestIssued? Manifest { get; init; }

    /// <summary>Whether the partner was reminded of its receipt.</summary>
    public bool IsReminded { get; init; }

    /// <summary>Whether the receipt is overdue.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The partner's receipt, once it is in.</summary>
    public CollectionReceived? Receipt { get; init; }

    /// <summary>The recall, if there was one.</summary>
    public DisclosureRecalled? Recall { get; init; }

    /// <summary>Why it ended uncollected.</summary>
    public DisclosureEnd? End { get; init; }

    /// <summary>Whether copies and the partner's key envelopes are destroyed.</summary>
    public bool CopiesRemoved { get; init; }

    /// <summary>Whether an item of it was corrected, or its erasure begun, while it was under way: it goes no further, even if that is lifted.</summary>
    public bool IsBarred { get; init; }

    /// <summary>Whom it goes to.</summary>
    public PartnerId Partner => Proposal.Partner;

    /// <summary>Whether the partner has ever been handed its keys: from then on it can be recalled, and no longer withdrawn.</summary>
    public bool HasLeftUs => Step is DisclosureStep.Fetched or DisclosureStep.Received or DisclosureStep.Recalled or DisclosureStep.Acknowledged;

    /// <summary>Whether something can still be handed out under it.</summary>
    public bool IsUnderWay =>
        Step is DisclosureStep.Proposed or DisclosureStep.Approved or DisclosureStep.Granted or DisclosureStep.Ready or DisclosureStep.Fetched;

    /// <summary>The earliest date that somebody has to keep; null when none runs.</summary>
    public DateTimeOffset? NextDue => Step switch
    {
        DisclosureStep.Proposed => Proposal.LapseAt,
        DisclosureStep.Ready or DisclosureStep.Fetched => Manifest!.ReceiptDue,
        _ => null,
    };

    /// <summary>Whether the partner can collect it at the instant.</summary>
    public bool IsOpenAt(DateTimeOffset now) =>
        Step is DisclosureStep.Ready or DisclosureStep.Fetched && now < Manifest!.ExpiresAt && !CopiesRemoved && CopyFault is null && !IsBarred;

    /// <summary>Whether the name is that of one of its copies.</summary>
    public bool Names(ItemId item, AttemptId copy) => Grant?.Items.Any(one => one.Item == item && one.Copy == copy) == true;

    /// <summary>A disclosure as it begins.</summary>
    public static DisclosureState Begin(DisclosureProposed proposal, string actor) => new()
    {
        Id = proposal.Disclosure,
        Step = DisclosureStep.Proposed,
        Proposal = proposal,
        ProposedBy = actor,
    };

    /// <summary>The state after one more line about it, or null when the event cannot happen here.</summary>
    public DisclosureState? Apply(LedgerEvent happened, string actor)
    {
        bool isLastApproval = happened is DisclosureApproved && ApprovedBy.Count + 1 >= Check?.Approvals;
        if (DisclosureTransitions.Next(Step, happened, isLastApproval) is not { } step)
            return null;
        if (IsBarred && happened is (DisclosureApproved or GrantIssued or ItemReleased or ManifestIssued or DisclosureFetched))
            return null;
        DisclosureState next = this with { Step = step };
        return happened switch
        {
            TransferChecked one => next with { Check = one },
            DisclosureApproved one => actor == ProposedBy || ApprovedBy.Contains(actor)
                ? null
                : next with { ApprovedBy = ApprovedBy.Add(actor), Approvals = Approvals.Add(actor, one.Reasons) },
            ApprovalEscalated => next with { IsEscalated = true },
            GrantIssued one => next with { Grant = one, Conditions = [.. Check!.Conditions] },
            ItemReleased one => Released.ContainsKey(one.Item.ToString()) || !Names(one.Item, one.Copy)
                ? null
                : next with { Released = Released.Add(one.Item.ToString(), one) },
            ManifestIssued one => Released.Count == Proposal.Items.Count ? next with { Manifest = one } : null,
            CopyChecked one => Released.ContainsKey(one.Item.ToString()) ? next with { CheckedCopies = CheckedCopies.Add(one.Item.ToString()) } : null,
            CopyFailed one => Released.ContainsKey(one.Item.ToString()) && CopyFault is null ? next with { CopyFault = one.Fault } : null,
            CollectionReminded => next with { IsReminded = true },
            CollectionOverdue => next with { IsOverdue = true },
            CollectionReceived one => Receipt is null ? next with { Receipt = one } : null,
            DisclosureRecalled one => next with { Recall = one },
            DisclosureEnded one => next with { End = one.Cause },
            Core.Disclosure.CopiesRemoved => CopiesRemoved ? null : next with { CopiesRemoved = true },
            _ => next,
        };
    }
}
