namespace Rogatory.Api.Incidents;

/// <param name="Ledgers">How many ledgers were checked.</param>
/// <param name="Bodies">How many sealed bodies were read and compared.</param>
/// <param name="Unread">How many sealed bodies of the same cases were not read.</param>
/// <param name="Copies">How many copies that partners can collect were looked at.</param>
/// <param name="Bytes">How many bytes of bodies and copies were read.</param>
/// <param name="Removed">How many copies that no disclosure waits for were removed.</param>
/// <param name="Faults">What was not as it should be; each is open as an incident.</param>
public sealed record PatrolView(long Ledgers, long Bodies, long Unread, long Copies, long Bytes, long Removed, IReadOnlyList<PatrolFaultView> Faults);
