using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>What the key register's ledger comes to.</summary>
public sealed record KeyRegisterState : IFolded
{
    /// <summary>The rotations, in the order of their numbers.</summary>
    public ImmutableList<KeyRotation> Rotations { get; init; } = [];

    /// <summary>The versions that were disabled, by id, with the time.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Disabled { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <summary>The newest rotation; null before the first. What it retired stays retired when it has finished.</summary>
    public KeyRotation? Newest => Rotations.Count == 0 ? null : Rotations[^1];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>When a version was retired; null for one that was not.</summary>
    public DateTimeOffset? RetiredAt(string keyId) => Rotations.Find(one => one.Retired.Contains(keyId))?.BegunAt;

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    public KeyRegisterState Apply(LedgerEvent happened, long seq, DateTimeOffset at, string actor)
    {
        ArgumentNullException.ThrowIfNull(happened);
        KeyRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            RotationBegun one when one.Rotation == Rotations.Count + 1 && Newest is null or { FinishedAt: not null } => next with
            {
                Rotations = Rotations.Add(new KeyRotation(
                    one.Rotation, one.Key, (Newest?.Retired ?? []).Union(one.Retired).Remove(one.Key), at, actor)),
            },
            RotationFinished one when one.Rotation == Newest?.Number && Newest.FinishedAt is null => next with
            {
                Rotations = Rotations.SetItem(one.Rotation - 1, Newest with { FinishedAt = at, Failed = one.Failed }),
            },
            KeyVersionDisabled one when Newest?.Retired.Contains(one.Key) == true => next with { Disabled = Disabled.SetItem(one.Key, at) },
            _ => throw new CaseHistoryException(seq, "its event cannot happen in the key register as it stands"),
        };
    }
}
