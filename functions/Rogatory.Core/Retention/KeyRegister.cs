using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Retention;

/// <summary>The register of rotations of the key-encryption key and of the versions they retired, in a ledger of its own.</summary>
public sealed class KeyRegister(ILedgerStore ledgers, TimeProvider time) : Journal<KeyRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "keys";

    private const string Actor = "system:flow";

    // A case that rests asks for it each time; what is missed meanwhile the cases are woken for again.
    private static readonly TimeSpan RecalledFor = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = time;
    private volatile Recalled? _recalled;

    /// <summary>Every event the register can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [RotationBegun.EventName] = typeof(RotationBegun),
        [RotationFinished.EventName] = typeof(RotationFinished),
        [KeyVersionDisabled.EventName] = typeof(KeyVersionDisabled),
    });

    /// <summary>The register as it is.</summary>
    public async Task<KeyRegisterState> GetAsync(CancellationToken cancellationToken) =>
        Keep((await LoadAsync(LedgerName, cancellationToken)).State ?? new KeyRegisterState());

    /// <summary>The register as it was a few seconds ago.</summary>
    public async Task<KeyRegisterState> RecallAsync(CancellationToken cancellationToken) =>
        _recalled is { } recalled && _time.GetUtcNow() < recalled.At + RecalledFor ? recalled.State : await GetAsync(cancellationToken);

    /// <summary>Begins a rotation, unless one has begun and not finished.</summary>
    /// <returns>The newest rotation.</returns>
    public async Task<KeyRotation> BeginAsync(string actor, string key, IReadOnlyList<string> retired, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("begin-rotation", AttemptId.New().ToString());
        return (await RecordAsync(actor, command, state => state.Newest is { FinishedAt: null }
            ? null
            : new RotationBegun { Command = command, Rotation = state.Rotations.Count + 1, Key = key, Retired = retired }, cancellationToken)).Newest!;
    }

    /// <summary>Says that a rotation has finished, unless that is said.</summary>
    public Task FinishAsync(int rotation, int envelopes, int failed, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("finish-rotation", $"{rotation}");
        return RecordAsync(Actor, command, state => state.Newest is { FinishedAt: null } newest && newest.Number == rotation
            ? new RotationFinished { Command = command, Rotation = rotation, Envelopes = envelopes, Failed = failed }
            : null, cancellationToken);
    }

    /// <summary>Says that a retired version is disabled, unless that is said.</summary>
    public Task DisableAsync(string key, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("disable-key-version", key);
        return RecordAsync(Actor, command, state => state.Newest?.Retired.Contains(key) == true
            ? new KeyVersionDisabled { Command = command, Key = key }
            : null, cancellationToken);
    }

    /// <inheritdoc />
    protected override KeyRegisterState Fold(KeyRegisterState? state, LedgerLine line, LedgerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (state ?? new KeyRegisterState()).Apply(happened, line.Seq, line.At, line.Actor);
    }

    private async Task<KeyRegisterState> RecordAsync(
        string actor, CommandId command, Func<KeyRegisterState, LedgerEvent?> decide, CancellationToken cancellationToken)
    {
        Snapshot<KeyRegisterState> after = await AppendAsync(
            LedgerName, actor, command, state => decide(state ?? new KeyRegisterState()) is { } happened ? [happened] : [], cancellationToken);
        return Keep(after.State ?? new KeyRegisterState());
    }

    private KeyRegisterState Keep(KeyRegisterState state)
    {
        _recalled = new Recalled(state, _time.GetUtcNow());
        return state;
    }

    private sealed record Recalled(KeyRegisterState State, DateTimeOffset At);
}
