namespace Rogatory.Envelope;

/// <summary>Permission to hand named items of a case to one partner, under conditions, until it expires. The transfer check alone makes it.</summary>
public sealed class DisclosureGrant
{
    internal DisclosureGrant(string @case, IReadOnlyList<string> items, string partner, IReadOnlyList<string> conditions, DateTimeOffset expires)
    {
        ArgumentOutOfRangeException.ThrowIfZero(items.Count, nameof(items));
        Case = AssociatedData.CheckedId(@case);
        Items = [.. items.Select(AssociatedData.CheckedId)];
        Partner = AssociatedData.CheckedId(partner);
        Conditions = [.. conditions];
        Expires = expires;
    }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The ids of the items in that case; at least one.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The id of the partner to whom they may go.</summary>
    public string Partner { get; }

    /// <summary>The codes of the conditions under which they go.</summary>
    public IReadOnlyList<string> Conditions { get; }

    /// <summary>From this instant on it permits nothing.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>True while it permits this item to go to this partner.</summary>
    public bool Permits(string @case, string item, string partner, DateTimeOffset now) =>
        now < Expires && Case == @case && Partner == partner && Items.Contains(item);
}
