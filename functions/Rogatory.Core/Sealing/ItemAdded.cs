using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>An officer added an item to the case, and said what it holds and where it came from. The line that seals it is of the same append.</summary>
public sealed record ItemAdded : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.item-added";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item: an id of the form that a partner declares, and that this case's request does not.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The categories of personal data in it, in order; none where it holds no personal data.</summary>
    public required IReadOnlyList<string> DataCategories { get; init; }

    /// <summary>Where it came from.</summary>
    public required ItemOrigin Origin { get; init; }

    /// <summary>Whether this says the same of the same item, whichever command it is part of.</summary>
    public bool Says(ItemAdded other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Item == other.Item && Origin == other.Origin && DataCategories.SequenceEqual(other.DataCategories);
    }
}
