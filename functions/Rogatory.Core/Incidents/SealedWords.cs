using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>Where a person's words about an incident are sealed.</summary>
/// <param name="Case">The case that holds them: the one concerned, or the file for incidents that concern none.</param>
/// <param name="Item">The sealed item.</param>
public sealed record SealedWords(CaseId Case, ItemId Item);
