namespace Rogatory.Core.Incidents;

/// <summary>The law that a breach falls under, by the purpose that the data are processed for (LED art. 9(1) and (2), GDPR art. 2(2)(d)).</summary>
public enum LawRegime
{
    /// <summary>Directive (EU) 2016/680: what cases hold.</summary>
    Led,

    /// <summary>Regulation (EU) 2016/679: anything else, such as data of officers.</summary>
    Gdpr,
}
