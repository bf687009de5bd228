using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>A rotation of the key-encryption key.</summary>
/// <param name="Rotation">Its number, from 1.</param>
/// <param name="Key">The id of the version that was the newest when it began.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="BegunBy">Who began it.</param>
/// <param name="FinishedAt">When nothing was left to be made anew; null until then.</param>
/// <param name="Failed">How many items it left as they were; each is open as an incident.</param>
public sealed record RotationView(int Rotation, string Key, DateTimeOffset BegunAt, string BegunBy, DateTimeOffset? FinishedAt, int Failed)
{
    public static RotationView Of(KeyRotation one) => new(one.Number, one.Key, one.BegunAt, one.BegunBy, one.FinishedAt, one.Failed);
}
