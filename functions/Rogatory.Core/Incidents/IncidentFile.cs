using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>The file of our own that holds what people wrote about incidents that concern no case: a case like any other, so that it is kept, rotated, held and erased like one.</summary>
public sealed class IncidentFile(CaseJournal journal, PolicySet policy, Space space, TimeProvider time)
{
    /// <summary>Its reference.</summary>
    public const string Reference = "File for incidents that concern no case";

    private static readonly PartnerId Ours = PartnerId.Parse("incidents");

    /// <summary>Its id.</summary>
    public CaseId Case => space.CaseOfOurs(Reference);

    /// <summary>The file, opened with its first use.</summary>
    public async Task<CaseState> OpenAsync(CancellationToken cancellationToken)
    {
        if ((await journal.LoadAsync(Case, cancellationToken)).State is { } found)
            return found;
        CommandId command = CommandId.Derive("open-incident-file", Case.ToString());
        DateTimeOffset now = time.GetUtcNow();
        var opened = new RequestOpened
        {
            Command = command,
            Kind = CaseKind.Internal,
            Partner = Ours,
            Instrument = "none",
            Urgency = null,
            Handling = null,
            DataCategories = [],
            Items = [],
            Missing = [],
            Deadlines = [],
            Policy = policy.Version,
            RetainUntil = policy.RetainUntil(now),
        };
        return (await journal.AppendAsync(Case, IncidentReport.Program, command, newest => newest is null ? [opened] : [], cancellationToken)).State!;
    }
}
