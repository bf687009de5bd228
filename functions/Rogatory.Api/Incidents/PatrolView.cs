namespace Rogatory.Api.Incidents;

/// <param name="Ledgers">How many ledgers were checked.</param>
/// <param name="Bodies">How many sealed bodies were read and compared.</param>
/// <param name="Bytes">How many bytes of them.</param>
/// <param name="Faults">What was not as it should be; each is open as an incident.</param>
public sealed record PatrolView(long Ledgers, long Bodies, long Bytes, IReadOnlyList<PatrolFaultView> Faults);
