using Rogatory.Core.Case;

namespace Rogatory.Core.Access.Officers;

/// <summary>Something of the officer register that is about one officer. The line's actor is who did it.</summary>
public abstract record OfficerEvent : LedgerEvent
{
    /// <summary>The officer it is about.</summary>
    public required OfficerId Officer { get; init; }
}
