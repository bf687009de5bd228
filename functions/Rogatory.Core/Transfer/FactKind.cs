namespace Rogatory.Core.Transfer;

/// <summary>What values a fact can have.</summary>
internal enum FactKind
{
    /// <summary>True or false, by looking.</summary>
    Flag,

    /// <summary>True or false, stated by a person; known only with reasons.</summary>
    Judgement,

    /// <summary>One code of a list.</summary>
    Code,

    /// <summary>Any codes of a list.</summary>
    Codes,

    /// <summary>A state's code.</summary>
    State,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An Azure region.</summary>
    Region,

    /// <summary>Areas and states.</summary>
    Areas,
}
