using System.Text.Json.Serialization;

namespace Rogatory.Core.Disclosure;

/// <summary>The copies in <c>outbound</c> and the partner's key envelopes are destroyed.</summary>
public sealed record CopiesRemoved : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.copies-removed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
