using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>An item that an incident concerns.</summary>
public sealed record AffectedItem(CaseId Case, ItemId Item);
