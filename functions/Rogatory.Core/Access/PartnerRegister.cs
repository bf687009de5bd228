using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>The partner register: a ledger of its own, changed only by an officer with the admin role.</summary>
public sealed class PartnerRegister(ILedgerStore ledgers, TimeProvider time)
    : Journal<PartnerRegisterState>(ledgers, Codec, time), IPartnerDirectory
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "partners";

    // Every partner call asks; a suspension takes effect within this time.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time;
    private volatile CachedRegister? _cached;

    /// <summary>Every event the register can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [PartnerRegistered.EventName] = typeof(PartnerRegistered),
        [PartnerSuspended.EventName] = typeof(PartnerSuspended),
    });

    /// <summary>Registers a partner, or replaces its entry.</summary>
    /// <exception cref="RefusedException"><c>partner-malformed</c>.</exception>
    public async Task RegisterAsync(OfficerId admin, PartnerEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        entry.Check();
        CommandId command = NewCommand("register-partner");
        PartnerRegistered registered = entry.ToEvent(command);
        await AppendAsync(LedgerName, $"officer:{admin}", command, state =>
            state?.Partners.GetValueOrDefault(entry.Partner.ToString()) is { } same && same with { Command = command } == registered
                ? []
                : [registered], cancellationToken);
        _cached = null;
    }

    /// <summary>Suspends a partner.</summary>
    /// <exception cref="RefusedException"><c>partner-not-found</c>.</exception>
    public async Task SuspendAsync(OfficerId admin, PartnerId partner, CancellationToken cancellationToken)
    {
        CommandId command = NewCommand("suspend-partner");
        await AppendAsync(LedgerName, $"officer:{admin}", command, state =>
            state?.Partners.ContainsKey(partner.ToString()) == true
                ? [new PartnerSuspended { Command = command, Partner = partner }]
                : throw new RefusedException("partner-not-found", "No such partner is registered."), cancellationToken);
        _cached = null;
    }

    /// <summary>The partners registered, as they are and not as they were a few seconds ago.</summary>
    public async Task<IReadOnlyCollection<PartnerRegistered>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await LoadAsync(LedgerName, cancellationToken)).State?.Partners.Values ?? []];

    /// <summary>The partner's entry; null when it has none, or is suspended.</summary>
    public async Task<PartnerRegistered?> FindAsync(PartnerId partner, CancellationToken cancellationToken) =>
        (await FreshAsync(cancellationToken)).Partners.GetValueOrDefault(partner.ToString());

    /// <inheritdoc />
    public async Task<PartnerKey?> FindKeyAsync(PartnerId partner, string keyId, CancellationToken cancellationToken)
    {
        PartnerRegisterState state = await FreshAsync(cancellationToken);
        return state.Partners.GetValueOrDefault(partner.ToString()) is { } entry
            && Jwk.Parse(entry.SigningKey) is EcJwk key && string.Equals(key.KeyId, keyId, StringComparison.Ordinal)
            ? new PartnerKey(key, entry.ValidFrom, entry.ValidUntil, IsSuspended: false)
            : null;
    }

    /// <inheritdoc />
    protected override PartnerRegisterState Fold(PartnerRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new PartnerRegisterState()).Apply(happened, line.Seq);

    private async Task<PartnerRegisterState> FreshAsync(CancellationToken cancellationToken)
    {
        CachedRegister? cached = _cached;
        DateTimeOffset now = _time.GetUtcNow();
        if (cached is null || cached.ReadAt + FreshFor <= now)
            _cached = cached = new CachedRegister((await LoadAsync(LedgerName, cancellationToken)).State ?? new PartnerRegisterState(), now);
        return cached.State;
    }

    private static CommandId NewCommand(string kind) => CommandId.Derive(kind, AttemptId.New().ToString());

    private sealed record CachedRegister(PartnerRegisterState State, DateTimeOffset ReadAt);
}
