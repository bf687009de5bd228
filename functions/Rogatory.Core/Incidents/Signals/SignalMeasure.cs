namespace Rogatory.Core.Incidents.Signals;

/// <summary>What is counted of an officer or a partner, from the lines they caused.</summary>
public enum SignalMeasure
{
    /// <summary>Acts on record: the lines of one command are one act.</summary>
    Volume,

    /// <summary>Acts in hours of the day, of weekdays or weekends, in which they have hardly ever acted.</summary>
    UnusualHours,

    /// <summary>Cases touched.</summary>
    Breadth,

    /// <summary>Readings of items that hold special categories of data (LED art. 10), as declared or found, or of what is derived from such.</summary>
    SpecialCategories,

    /// <summary>Calls that were refused for want of a role, an assignment or the like, as many as are on record at the least.</summary>
    Refusals,

    /// <summary>Extracts made; disclosures collected, for a partner.</summary>
    Extracts,
}
