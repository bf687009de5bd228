namespace Rogatory.Ledger;

/// <summary>What can be wrong with a ledger. Of a line with several faults the checker names one.</summary>
public enum LedgerFault
{
    /// <summary>There is no line at all.</summary>
    Empty,

    /// <summary>The last line has no line feed: the file was cut, or a write was.</summary>
    NotEnded,

    /// <summary>A line is longer than <see cref="LedgerLine.MaximumLength"/>.</summary>
    TooLong,

    /// <summary>A line is not RFC 8785 canonical JSON, or not JSON.</summary>
    NotCanonical,

    /// <summary>A line lacks a member, has one too many, or a member has not the form it must have.</summary>
    Malformed,

    /// <summary>An event is not <c>stage.past-tense-verb</c> with one of the known stages.</summary>
    UnknownEvent,

    /// <summary>A line's <c>seq</c> is not its place: lines were dropped, added, doubled or moved.</summary>
    WrongSequence,

    /// <summary>A line's <c>prev</c> is not the digest of the line above: one of the two was changed.</summary>
    BrokenChain,

    /// <summary>A line's <c>at</c> is before that of the line above.</summary>
    TimeGoesBack,

    /// <summary>A line belongs to another case than the lines above.</summary>
    OtherCase,

    /// <summary>A case's first line is not <c>intake.request-opened</c>.</summary>
    NotOpened,

    /// <summary>A command's lines do not all stand together: it was carried out twice.</summary>
    DuplicateCommand,
}
