using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Something that happened to how long what a case holds is kept.</summary>
public abstract record RetentionEvent : LedgerEvent;
