namespace Rogatory.Core.Incidents;

/// <summary>What a patrol saw.</summary>
/// <param name="Ledgers">How many ledgers were checked.</param>
/// <param name="Bodies">How many sealed bodies were read and compared with their recorded root.</param>
/// <param name="Bytes">How many bytes of them.</param>
/// <param name="Faults">What was not as it should be; each was opened as an incident.</param>
public sealed record PatrolReport(long Ledgers, long Bodies, long Bytes, IReadOnlyList<PatrolFault> Faults);
