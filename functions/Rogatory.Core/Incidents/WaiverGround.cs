namespace Rogatory.Core.Incidents;

/// <summary>Why a notice is not sent.</summary>
public enum WaiverGround
{
    /// <summary>It turned out to be no personal data breach.</summary>
    NoBreach,

    /// <summary>A risk to the rights and freedoms of natural persons is unlikely (LED art. 30(1), GDPR art. 33(1)); for CETS 224 art. 14(7), no significant risk of harm.</summary>
    RiskUnlikely,

    /// <summary>A high risk to the persons' rights and freedoms is not likely (LED art. 31(1), GDPR art. 34(1)).</summary>
    RiskNotHigh,

    /// <summary>The data neither came from nor went to the partner.</summary>
    NotConcerned,

    /// <summary>The data are unintelligible to whoever has them, such as by encryption (LED art. 31(3)(a), GDPR art. 34(3)(a)).</summary>
    Unintelligible,

    /// <summary>Measures taken since mean that the high risk is no longer likely (LED art. 31(3)(b), GDPR art. 34(3)(b)).</summary>
    RiskRemoved,

    /// <summary>It would take a disproportionate effort, and the public was told instead (LED art. 31(3)(c), GDPR art. 34(3)(c)).</summary>
    PublicCommunication,

    /// <summary>It is delayed, restricted or omitted on a ground of LED art. 13(3), point (a) to (e), until a day on which that is looked at again (LED art. 31(5)).</summary>
    Restricted,
}
