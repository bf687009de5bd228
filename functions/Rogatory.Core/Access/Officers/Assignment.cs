using Rogatory.Core.Case;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer needs to know a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="AssignedAt">Since when.</param>
/// <param name="ConfirmedAt">When it was last confirmed; when it was made, where it never was.</param>
public sealed record Assignment(CaseId Case, DateTimeOffset AssignedAt, DateTimeOffset ConfirmedAt)
{
    /// <summary>When it lapses unless it is confirmed before: that many months after it last was.</summary>
    public DateTimeOffset LapsesAt(int months) => ConfirmedAt.AddMonths(months);
}
