using Rogatory.Core.Access;

namespace Rogatory.Core.Retention;

/// <summary>
/// An officer has the key-encryption key rotated. From here on everything is wrapped under the newest version; what is under an older one is
/// made anew case by case (<see cref="RotateKeys"/>), and what is left is looked after by <see cref="AdvanceRotation"/>.
/// </summary>
public sealed class BeginRotation(KeyRegister register, IKeyVersions versions, CurrentKeys current)
{
    /// <summary>
    /// Makes another version, unless one is there that no rotation has begun for: one that was made where the keys are kept, or by a run
    /// that came no further. While a rotation is under way there is no other.
    /// </summary>
    /// <returns>The rotation that is under way.</returns>
    public async Task<KeyRotation> RunAsync(OfficerId officer, CancellationToken cancellationToken)
    {
        KeyRegisterState state = await register.GetAsync(cancellationToken);
        if (state.Newest is { FinishedAt: null } underWay)
            return underWay;

        IReadOnlyList<KeyVersion> known = await current.RefreshAsync(cancellationToken);
        string last = state.Newest?.Key ?? known.FirstOrDefault(one => one.IsEnabled)?.KeyId ?? string.Empty;
        if (CurrentKeys.NewestOf(known).KeyId == last)
        {
            await versions.MakeAsync(cancellationToken);
            known = await current.RefreshAsync(cancellationToken);
        }

        string key = CurrentKeys.NewestOf(known).KeyId;
        return await register.BeginAsync(
            $"officer:{officer}", key, [.. known.Where(one => one.IsEnabled && one.KeyId != key).Select(one => one.KeyId)], cancellationToken);
    }
}
