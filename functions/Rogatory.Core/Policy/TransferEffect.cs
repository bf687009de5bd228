namespace Rogatory.Core.Policy;

/// <summary>What a rule of a transfer pack does.</summary>
internal enum TransferEffect
{
    /// <summary>Where it applies, what it asks for must hold; else the transfer is refused. Unknown asks a person.</summary>
    Require,

    /// <summary>Where it applies, the transfer is refused.</summary>
    Refuse,

    /// <summary>Where it applies, a person decides.</summary>
    Ask,

    /// <summary>Where it applies, a condition goes with the data or binds the sender.</summary>
    Condition,

    /// <summary>Where it applies, the reader is told.</summary>
    Note,

    /// <summary>Where it applies, a ground that was raised is not admitted.</summary>
    Disregard,
}
