using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>What of a letter of request may stand in a ledger: codes, dates and ids, nothing that a person wrote as text.</summary>
/// <param name="Instrument">The instrument's id in the policy.</param>
/// <param name="Article">The article relied on; digits, letters and brackets only.</param>
/// <param name="Purpose">One of <see cref="RequestVocabulary.Purposes"/>.</param>
/// <param name="Urgency">One of <see cref="RequestVocabulary.Urgencies"/>.</param>
/// <param name="Handling">One of <see cref="RequestVocabulary.Handlings"/>.</param>
/// <param name="RespondBy">The date the partner asks for.</param>
/// <param name="Confidential">Whether the fact and substance of the request are to be kept secret.</param>
/// <param name="AssistanceKinds">The kinds of help, each once, in the request's order.</param>
/// <param name="DataCategories">Of <see cref="RequestVocabulary.DataCategories"/>, in the request's order.</param>
/// <param name="Items">The declared items, in the request's order.</param>
public sealed record RequestSummary(
    string Instrument,
    string? Article,
    string? Purpose,
    string? Urgency,
    string? Handling,
    DateOnly? RespondBy,
    bool? Confidential,
    IReadOnlyList<string> AssistanceKinds,
    IReadOnlyList<string> DataCategories,
    IReadOnlyList<ItemId> Items);
