using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Something that happened to one notice of a case.</summary>
public abstract record NoticeEvent : LedgerEvent
{
    /// <summary>The notice.</summary>
    public required NoticeId Notice { get; init; }
}
