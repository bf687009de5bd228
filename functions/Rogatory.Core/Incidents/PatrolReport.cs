namespace Rogatory.Core.Incidents;

/// <summary>What a patrol saw.</summary>
/// <param name="Ledgers">How many ledgers were checked.</param>
/// <param name="Bodies">How many sealed bodies were read and compared with their recorded root.</param>
/// <param name="Unread">How many sealed bodies of the same cases were not read; their protection and key envelopes were looked at.</param>
/// <param name="Copies">How many copies that partners can collect were looked at.</param>
/// <param name="Bytes">How many bytes of bodies and copies were read.</param>
/// <param name="Removed">How many copies that no disclosure waits for were removed.</param>
/// <param name="Faults">What was not as it should be; each was opened as an incident.</param>
public sealed record PatrolReport(long Ledgers, long Bodies, long Unread, long Copies, long Bytes, long Removed, IReadOnlyList<PatrolFault> Faults)
{
    /// <summary>Nothing seen yet.</summary>
    public static readonly PatrolReport Empty = new(0, 0, 0, 0, 0, 0, []);

    /// <summary>The report with one more fault.</summary>
    public PatrolReport With(PatrolFault fault) => this with { Faults = [.. Faults, fault] };
}
