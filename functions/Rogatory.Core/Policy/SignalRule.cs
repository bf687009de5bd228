using Rogatory.Core.Incidents.Signals;

namespace Rogatory.Core.Policy;

/// <summary>When what somebody did is a signal: where it is above every threshold that there is, and there is one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Of">Whose acts it looks at.</param>
/// <param name="Measure">What it counts.</param>
/// <param name="Days">Over how many days up to the one looked at.</param>
/// <param name="Least">What the count is at least.</param>
/// <param name="OwnFactor">How many deviations above their own median; null where their own past is not compared.</param>
/// <param name="PeerFactor">How many deviations above the median of their peers; null where peers are not compared.</param>
/// <param name="LeastSpread">What a deviation is taken for at least.</param>
/// <param name="IsFirst">Whether it is a signal only where their own past, long enough to tell, has none of it.</param>
/// <param name="Citation">The article, or a setting of the home authority.</param>
/// <param name="Message">What it says, in a sentence.</param>
public sealed record SignalRule(
    string Id, ActorKind Of, SignalMeasure Measure, int Days, int Least, double? OwnFactor, double? PeerFactor, double LeastSpread, bool IsFirst, string Citation, string Message);
