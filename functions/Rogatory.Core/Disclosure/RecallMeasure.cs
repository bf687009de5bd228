namespace Rogatory.Core.Disclosure;

/// <summary>What a recall asks of the partner (LED art. 7(3), 16).</summary>
public enum RecallMeasure
{
    /// <summary>To correct the data.</summary>
    Rectify,

    /// <summary>To erase them.</summary>
    Erase,

    /// <summary>To restrict their processing.</summary>
    Restrict,
}
