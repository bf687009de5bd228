using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Intake;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Risk;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Case;

/// <summary>What a case's ledger comes to: the fold over its lines. Holds ids, codes and digests only, and can be stored as JSON.</summary>
public sealed record CaseState : IFolded
{
    /// <summary>The item that holds the request as sent.</summary>
    public static readonly ItemId RequestItem = ItemId.Parse("request");

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>What the case waits for.</summary>
    public required CasePhase Phase { get; init; }

    /// <summary>The request, as far as the flow needs to know it.</summary>
    public required RequestOpened Request { get; init; }

    /// <summary>When the request was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What is sealed, by item id: the request, declared items, and what we wrote ourselves.</summary>
    public ImmutableDictionary<string, ItemSealed> Sealed { get; init; } = ImmutableDictionary<string, ItemSealed>.Empty;

    /// <summary>The number of the key envelope that counts, by item id, where it is not the first.</summary>
    public ImmutableDictionary<string, int> Rotations { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What officers said of the items that they added, by item id.</summary>
    public ImmutableDictionary<string, ItemAdded> Added { get; init; } = ImmutableDictionary<string, ItemAdded>.Empty;

    /// <summary>The number of the newest rotation that left an item's key envelope as it was, by item id.</summary>
    public ImmutableDictionary<string, int> RotationFailures { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What is known of the content of what is sealed.</summary>
    public ClassificationState Classification { get; init; } = new();

    /// <summary>Attempts that will never count.</summary>
    public ImmutableHashSet<string> Abandoned { get; init; } = [];

    /// <summary>Sealed uploads that are not cleared away yet, by attempt.</summary>
    public ImmutableDictionary<string, UploadState> Uploads { get; init; } = ImmutableDictionary<string, UploadState>.Empty;

    /// <summary>Why an item was last rejected, by item id; gone once something else is under way or sealed.</summary>
    public ImmutableDictionary<string, string> Rejections { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Clocks that run; stopped ones are gone.</summary>
    public ImmutableList<Deadline> Deadlines { get; init; } = [];

    /// <summary>Clocks that ran out.</summary>
    public ImmutableList<string> Missed { get; init; } = [];

    /// <summary>The intake receipt, once issued.</summary>
    public ReceiptIssued? Receipt { get; init; }

    /// <summary>The name of the newest decision's event, once there is one.</summary>
    public string? DecisionName { get; init; }

    /// <summary>Who made the newest decision.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When the newest decision was made; null where there is none, as in a case of ours.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The ground of the newest decision.</summary>
    public string? Ground { get; init; }

    /// <summary>The article the newest decision relies on.</summary>
    public string? Citation { get; init; }

    /// <summary>The sealed item with the reasons of the newest decision.</summary>
    public ItemId? Reasons { get; init; }

    /// <summary>The disclosures proposed, in the order of their numbers.</summary>
    public ImmutableList<DisclosureState> Disclosures { get; init; } = [];

    /// <summary>The extracts that were made.</summary>
    public ExtractState Extracts { get; init; } = new();

    /// <summary>Holds, dates and erasures.</summary>
    public RetentionState Retention { get; init; } = new();

    /// <summary>The cases that answers to a request of ours came in.</summary>
    public ImmutableList<CaseId> Answers { get; init; } = [];

    /// <summary>What is restricted and rectified, and who is told.</summary>
    public CorrectionState Corrections { get; init; } = CorrectionState.None;

    /// <summary>The newest assessment of risk, and what officers opened.</summary>
    public RiskState Risk { get; init; } = new();

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <summary>The stage of the phase; of an accepted case, the first stage that one of its disclosures is at, until all of it is erased.</summary>
    public CaseStage Stage => Retention.IsAllErased ? CaseStage.Retention : Phase == CasePhase.Accepted && Disclosures.Count > 0
        ? Disclosures.Min(one => DisclosureTransitions.StageOf(one.Step))
        : CaseTransitions.StageOf(Phase);

    /// <summary>The earliest date that runs, of a clock, of a disclosure, of retention or of a notice; null when none does.</summary>
    public DateTimeOffset? NextDue => Deadlines.Select(one => (DateTimeOffset?)one.Due).Concat(Disclosures.Select(one => one.NextDue))
        .Append(Retention.NextDue).Append(Corrections.NextDue).Min();

    /// <summary>Who began the case.</summary>
    public CaseKind Kind => Request.Kind;

    /// <summary>The partner that asks; in a case of ours, the one that it is for.</summary>
    public PartnerId Partner => Request.Partner;

    /// <summary>Whether the partner began the case, and so may see it and send to it. A case of ours is shown to no partner.</summary>
    public bool IsFrom(PartnerId partner) => Kind == CaseKind.Incoming && Partner == partner;

    /// <summary>Whether the partner declared the item.</summary>
    public bool Declares(ItemId item) => Request.Items.Contains(item);

    /// <summary>What an officer said of an added item, or of the one that an item derives from; null where no officer added it.</summary>
    public ItemAdded? FindAdded(ItemId item) => Added.GetValueOrDefault((Derivation.SourceOf(item) ?? item).ToString());

    /// <summary>Whether the item came from the partner: the request itself, or what it declares.</summary>
    public bool IsFromPartner(ItemId item) => Kind == CaseKind.Incoming && (item == RequestItem || Declares(item));

    /// <summary>The line that sealed an item, or null.</summary>
    public ItemSealed? Find(ItemId item) => Sealed.GetValueOrDefault(item.ToString());

    /// <summary>The number of a sealed item's key envelope that counts: 0 until the key-encryption key is rotated.</summary>
    public int RotationOf(ItemId item) => Rotations.GetValueOrDefault(item.ToString());

    /// <summary>The disclosure, or null.</summary>
    public DisclosureState? Find(DisclosureId disclosure) =>
        disclosure.Case == Case && disclosure.Number <= Disclosures.Count ? Disclosures[disclosure.Number - 1] : null;

    /// <summary>Whether an erasure of the item is approved, and the ledger does not say yet that it is done.</summary>
    public bool IsErasing(ItemId item) => Retention.IsErasing(item);

    /// <summary>Whether the item is erased: the ledger says so, whatever storage still holds or holds again.</summary>
    public bool IsErased(ItemId item) => Retention.IsErased(item);

    /// <summary>Refuses what nobody can read any more.</summary>
    /// <exception cref="RefusedException"><c>item-erased</c>: its erasure has begun.</exception>
    public void RefuseErased(ItemId item)
    {
        if (Retention.IsGone(item))
            throw new RefusedException("item-erased", "The item is erased: its key is destroyed, and nothing can open it.");
    }

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The state after the first line.</summary>
    /// <exception cref="CaseHistoryException">The first line does not open a request.</exception>
    public static CaseState Open(CaseId @case, LedgerEvent happened, long seq, DateTimeOffset at)
    {
        if (happened is not RequestOpened opened)
            throw new CaseHistoryException(seq, "a case begins with its request");
        return new CaseState
        {
            Case = @case,
            Phase = CaseTransitions.First(opened.Kind, opened.Items.Count == 0),
            Request = opened,
            OpenedAt = at,
            Deadlines = [.. opened.Deadlines],
            Commands = [opened.Command.ToString()],
        };
    }

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    public CaseState Apply(LedgerEvent happened, long seq, DateTimeOffset at, string actor)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (CaseTransitions.Next(Phase, happened.Name, LeavesNothingUnsealed(happened)) is not { } phase)
            throw new CaseHistoryException(seq, "its event cannot happen in the phase the case is in");

        CaseState next = this with
        {
            Phase = phase,
            Commands = Commands.Add(happened.Command.ToString()),
            Uploads = UploadState.Fold(Uploads, happened, seq),
            Risk = Risk.Apply(happened, at, actor),
            Deadlines = Deadlines.RemoveAll(one => one.MetBy.Contains(happened.Name)),
        };
        return happened switch
        {
            ItemAdded one => next.Add(one, seq),
            ItemSealed one => next.Seal(one, seq),
            AttemptAbandoned one when Find(one.Item)?.Attempt == one.Attempt =>
                throw new CaseHistoryException(seq, "the attempt it abandons is the one that counts"),
            AttemptAbandoned one => next with { Abandoned = Abandoned.Add(one.Attempt.ToString()) },
            ItemRejected one => next with { Rejections = Rejections.SetItem(one.Item.ToString(), one.Reason) },
            UploadCompleted one => next with { Rejections = Rejections.Remove(one.Item.ToString()) },
            ReceiptIssued one => next with { Receipt = one },
            AnswerReceived one => Kind == CaseKind.Outgoing
                ? next with { Answers = Answers.Add(one.Answer) }
                : throw new CaseHistoryException(seq, "it is no request of ours that could be answered"),
            DeadlineMissed one => next with { Deadlines = next.Deadlines.RemoveAll(d => d.Clock == one.Clock), Missed = Missed.Add(one.Clock) },
            ReviewDecision one => next with
            {
                DecisionName = one.Name,
                DecidedBy = actor,
                DecidedAt = at,
                Ground = one.Ground,
                Citation = one.Citation,
                Reasons = one.Reasons,
                Deadlines = next.Deadlines.AddRange(one.Deadlines),
            },
            ClassificationEvent one => ClassificationState.Fold(next, one, seq),
            DisclosureEvent one => next.Disclose(one, seq, actor),
            ExtractMade one => next with { Extracts = Extracts.Add(one, this) ?? throw new CaseHistoryException(seq, "no such extract can be made of the item") },
            RetentionEvent one => CorrectionState.AfterErasure(next with
            {
                Retention = Retention.Apply(one, actor) ?? throw new CaseHistoryException(seq, "its event cannot happen to what it is about, as that stands"),
            }, one),
            CorrectionEvent or NoticeEvent => CorrectionState.Fold(next, happened, seq, actor),
            RotationFailed one => Find(one.Item) is not null
                ? next with { RotationFailures = RotationFailures.SetItem(one.Item.ToString(), one.Rotation) }
                : throw new CaseHistoryException(seq, "the item is not sealed"),
            KeysRotated one => next with { Rotations = one.Items.Aggregate(Rotations, (known, item) => Rotate(known, item, seq)) },
            _ => next,
        };
    }

    private CaseState Disclose(DisclosureEvent one, long seq, string actor)
    {
        if (one is DisclosureProposed proposal)
        {
            return proposal.Disclosure == DisclosureId.Of(Case, Disclosures.Count + 1) && ItemBar.Find(this, proposal.Items) is null
                ? this with { Disclosures = Disclosures.Add(DisclosureState.Begin(proposal, actor)) }
                : throw new CaseHistoryException(seq, "the disclosure it proposes has not the next number, or an item that may go to nobody");
        }

        DisclosureState next = Find(one.Disclosure)?.Apply(one, actor)
            ?? throw new CaseHistoryException(seq, "its event cannot happen to the disclosure it names");
        return this with { Disclosures = Disclosures.SetItem(one.Disclosure.Number - 1, next) };
    }

    private CaseState Add(ItemAdded one, long seq) =>
        one.Item.IsOurs || Declares(one.Item) || Added.ContainsKey(one.Item.ToString())
            ? throw new CaseHistoryException(seq, "the id of the item it adds is taken")
            : this with { Added = Added.Add(one.Item.ToString(), one) };

    private CaseState Seal(ItemSealed one, long seq)
    {
        if (Sealed.ContainsKey(one.Item.ToString()))
            throw new CaseHistoryException(seq, "the item is sealed already");
        if (Abandoned.Contains(one.Attempt.ToString()))
            throw new CaseHistoryException(seq, "the attempt was abandoned");
        if (!one.Item.IsOurs && !Declares(one.Item) && FindAdded(one.Item) is null)
            throw new CaseHistoryException(seq, "the item was neither declared nor added");
        return this with { Sealed = Sealed.Add(one.Item.ToString(), one), Rejections = Rejections.Remove(one.Item.ToString()) };
    }

    private ImmutableDictionary<string, int> Rotate(ImmutableDictionary<string, int> known, RotatedItem one, long seq) =>
        Find(one.Item) is not null && !Retention.IsGone(one.Item) && one.Rotation > known.GetValueOrDefault(one.Item.ToString())
            ? known.SetItem(one.Item.ToString(), one.Rotation)
            : throw new CaseHistoryException(seq, "a key envelope that it names can't follow the one that counts");

    private bool LeavesNothingUnsealed(LedgerEvent happened) =>
        Request.Items.All(item => Sealed.ContainsKey(item.ToString()) || (happened is ItemSealed one && one.Item == item));
}
