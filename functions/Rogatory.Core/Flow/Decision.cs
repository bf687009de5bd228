using System.Text.Json.Serialization;

namespace Rogatory.Core.Flow;

/// <summary>What the decider says of a case at an instant.</summary>
/// <param name="Due">What has to be done now; none when the case waits.</param>
/// <param name="LookAgainAt">When to look again even if nothing happens; never more than a day away.</param>
public sealed record Decision(IReadOnlyList<DueCommand> Due, DateTimeOffset LookAgainAt)
{
    /// <summary>Whether the case waits, but for what can take long and holds up nothing.</summary>
    [JsonIgnore]
    public bool IsAtRest => Due.All(one => one is DueCommand.ClassifyItem);
}
