namespace Rogatory.Envelope;

/// <summary>
/// Permission to make the key envelope of one item anew for the home authority itself. It opens nothing, so it is no
/// <see cref="ContentGrant"/>. The rotation of the key-encryption key alone makes it, for items that are not erased.
/// </summary>
public sealed class RotationGrant
{
    internal RotationGrant(string @case, string item)
    {
        Case = AssociatedData.CheckedId(@case);
        Item = AssociatedData.CheckedId(item);
    }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The id of the item in that case.</summary>
    public string Item { get; }
}
