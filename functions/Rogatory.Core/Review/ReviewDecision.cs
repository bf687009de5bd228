using Rogatory.Core.Case;

namespace Rogatory.Core.Review;

/// <summary>What a reviewer decided on a request, and on what law.</summary>
public abstract record ReviewDecision : LedgerEvent
{
    /// <summary>The ground's code, such as <c>essential-interests</c>.</summary>
    public required string Ground { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>The sealed item that holds the reasons, word for word.</summary>
    public required ItemId Reasons { get; init; }

    /// <summary>Clocks that the decision starts.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }
}
