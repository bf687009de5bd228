using Rogatory.Core.Case;

namespace Rogatory.Core.Flow;

/// <summary>Wake-ups: "look at this case", nothing else. One may be lost or doubled; the sweep finds what was lost.</summary>
public interface ICaseQueue
{
    /// <summary>Queues a wake-up with the id <c>{case}:{ledgerLength}</c>.</summary>
    Task WakeAsync(CaseId @case, long ledgerLength, CancellationToken cancellationToken);
}
