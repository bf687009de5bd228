namespace Rogatory.Envelope;

/// <summary>Permission to open one item. Holding one is the only way to plaintext; each kind is made by the one check that gives it.</summary>
public abstract class ContentGrant
{
    private protected ContentGrant(string @case, string item)
    {
        Case = AssociatedData.CheckedId(@case);
        Item = AssociatedData.CheckedId(item);
    }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The id of the item in that case.</summary>
    public string Item { get; }
}
