using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>Something that happened to one disclosure of a case.</summary>
public abstract record DisclosureEvent : LedgerEvent
{
    /// <summary>The disclosure.</summary>
    public required DisclosureId Disclosure { get; init; }
}
