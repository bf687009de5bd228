namespace Rogatory.Core.Incidents;

/// <summary>To whom a notice of an incident goes.</summary>
public enum NoticeKind
{
    /// <summary>The supervisory authority (LED art. 30(1), GDPR art. 33(1)).</summary>
    SupervisoryAuthority,

    /// <summary>The controller of another Member State that the data came from or went to (LED art. 30(6)).</summary>
    PartnerController,

    /// <summary>The authority of a Party that transferred the data (CETS 224 art. 14(7)).</summary>
    TransferringParty,

    /// <summary>The persons concerned (LED art. 31, GDPR art. 34).</summary>
    PersonsConcerned,
}
