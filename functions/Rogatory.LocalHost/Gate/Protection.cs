namespace Rogatory.LocalHost.Gate;

/// <summary>What is set on one blob.</summary>
/// <param name="Until">End of its immutability policy; null where it has none.</param>
/// <param name="Locked">Whether that policy may only be extended.</param>
/// <param name="LegalHold">Whether it is held whatever the policy says.</param>
/// <param name="Unconfirmed">Written ahead of the call that creates the blob, and not known whether that call succeeded.</param>
internal sealed record Protection(DateTimeOffset? Until, bool Locked, bool LegalHold, bool Unconfirmed = false)
{
    public static Protection None { get; } = new(null, Locked: false, LegalHold: false);

    public bool IsNone => Until is null && !LegalHold;

    public StorageError? Refusal(DateTimeOffset now) =>
        LegalHold ? StorageError.ImmutableDueToLegalHold
        : Until > now ? StorageError.ImmutableDueToPolicy
        : null;

    /// <summary>This with another policy: an unlocked one may become any, a locked one only a longer locked one.</summary>
    public (Protection? Changed, StorageError? Refusal) WithPolicy(DateTimeOffset until, bool locked)
    {
        if (Locked && (!locked || until < Until)) return (null, StorageError.ImmutableDueToPolicy);
        return (this with { Until = until, Locked = locked }, null);
    }

    public (Protection? Changed, StorageError? Refusal) WithoutPolicy() =>
        Locked ? (null, StorageError.PolicyIsLocked) : (this with { Until = null }, null);
}
