using System.Text.Json.Serialization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>A request, or information of our own accord, opened the case. Holds what the flow needs to know of it, as codes; the request itself is the sealed item <c>request</c>.</summary>
public sealed record RequestOpened : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "intake.request-opened";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Who began the case. A ledger that does not say is of a partner's request.</summary>
    public CaseKind Kind { get; init; }

    /// <summary>The case of ours that what the partner sent answers; null where it answers none.</summary>
    public CaseId? Answers { get; init; }

    /// <summary>The partner that asks; in a case of ours, the one that it is for.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The legal instrument relied on, such as <c>UNCAC</c>.</summary>
    public required string Instrument { get; init; }

    /// <summary><c>routine</c> or another of the request format's words.</summary>
    public required string? Urgency { get; init; }

    /// <summary>The handling code.</summary>
    public required string? Handling { get; init; }

    /// <summary>The categories of data the request declares.</summary>
    public required IReadOnlyList<string> DataCategories { get; init; }

    /// <summary>Whom the request is about, in the codes of the risk facts' <c>subjects</c>; null in a ledger that does not say.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>Grounds against executing it that the request itself shows, in the codes of the risk facts' <c>request.raised</c>; null in a ledger that does not say.</summary>
    public IReadOnlyList<string>? Raised { get; init; }

    /// <summary>The declared items, in the request's order.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>What the instrument asks for and the request does not say.</summary>
    public required IReadOnlyList<MissingField> Missing { get; init; }

    /// <summary>The clocks that receipt of the request starts.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>The version of the policy that was applied.</summary>
    public required string Policy { get; init; }

    /// <summary>Until when everything in the case is kept immutable.</summary>
    public required DateTimeOffset RetainUntil { get; init; }
}
