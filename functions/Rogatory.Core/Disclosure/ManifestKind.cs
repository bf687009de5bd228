namespace Rogatory.Core.Disclosure;

/// <summary>What a disclosure is to the partner that collects it.</summary>
public enum ManifestKind
{
    /// <summary>Material that it asked for, or that is sent on from another's case.</summary>
    Answer,

    /// <summary>Information that it did not ask for.</summary>
    Spontaneous,

    /// <summary>A request to it: the item <c>request</c> is a letter of request, and the other items go with it.</summary>
    Request,
}
