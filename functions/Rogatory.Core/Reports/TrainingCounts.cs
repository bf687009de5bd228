using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;

namespace Rogatory.Core.Reports;

/// <summary>
/// What was done to the officer register, and of how many officers in standing each course and the undertaking count on the last day. Who they are is in no report.
/// </summary>
internal sealed class TrainingCounts(LedgerFigures figures, RuleTexts rules) : ILedgerCounts
{
    private const string Undertaking = "undertaking";

    private readonly Dictionary<(OfficerId Officer, string What), ReportEntry> _entries = [];
    private readonly Dictionary<int, ReportEntry> _glass = [];
    private OfficerRegisterState _register = OfficerRegisterState.Empty;

    public void Read(ReportLine line)
    {
        _register = _register.Apply(line.Happened, line.Entry.Line - 1, line.Entry.At, line.Actor);
        switch (line.Happened)
        {
            case OfficerApproved one:
                _entries[(one.Officer, "")] = line.Entry;
                break;
            case TrainingRecorded one:
                _entries[(one.Officer, one.Course)] = line.Entry;
                break;
            case UndertakingSigned one:
                _entries[(one.Officer, Undertaking)] = line.Entry;
                break;
            case OfficerSuspended one:
                _entries[(one.Officer, nameof(OfficerSuspended))] = line.Entry;
                break;
            case OfficerAssigned one:
                _entries[(one.Officer, $"{nameof(OfficerAssigned)} {one.Case}")] = line.Entry;
                break;
            case ConflictDeclared one:
                _entries[(one.Officer, $"{nameof(ConflictDeclared)} {one.Case}")] = line.Entry;
                break;
            case GlassBroken one:
                _glass[one.Glass] = line.Entry;
                break;
            case GlassReviewed one:
                _glass.Remove(one.Glass);
                break;
            default:
                break;
        }

        if (RowOf(line.Happened) is { } row)
            figures.Count("officers", "done", row, line);
    }

    public void End()
    {
        DateTimeOffset end = figures.StandsAt;
        foreach (ReportEntry open in _glass.Values)
            figures.Count("officers", "standing", "glass-broken", open);
        foreach (OfficerEntry officer in _register.Officers.Values)
        {
            if (officer.IsSuspended)
                figures.Count("officers", "standing", "suspended", _entries[(officer.Officer, nameof(OfficerSuspended))]);
            foreach (Assignment assignment in officer.Assignments.Values.Where(one => rules.Stands(one, end)))
                figures.Count("officers", "standing", "assigned", _entries[(officer.Officer, $"{nameof(OfficerAssigned)} {assignment.Case}")]);
            foreach (Conflict conflict in officer.Conflicts.Values)
                figures.Count("officers", "standing", "conflict-declared", _entries[(officer.Officer, $"{nameof(ConflictDeclared)} {conflict.Case}")]);
        }

        foreach (OfficerEntry officer in _register.Officers.Values.Where(one => one is { IsSuspended: false, Roles.Count: > 0 }))
        {
            ReportEntry since = _entries[(officer.Officer, "")];
            figures.Count("officers", "standing", "approved", since);
            Count(officer, Undertaking, officer.Undertaking?.ValidUntil, end, since);
            foreach ((string course, _, _) in rules.Courses)
                Count(officer, course, officer.Training.GetValueOrDefault(course)?.ValidUntil, end, since);
        }
    }

    private void Count(OfficerEntry officer, string what, DateTimeOffset? validUntil, DateTimeOffset end, ReportEntry since) =>
        figures.Count("training", validUntil is null ? "missing" : end < validUntil ? "valid" : "lapsed", what, _entries.GetValueOrDefault((officer.Officer, what), since));

    private static string? RowOf(Case.LedgerEvent happened) => happened switch
    {
        OfficerApproved => "approved",
        RoleWithdrawn => "role-withdrawn",
        OfficerSuspended => "suspended",
        TrainingRecorded => "training-recorded",
        UndertakingSigned => "undertaking-signed",
        OfficerAssigned => "assigned",
        ConflictDeclared => "conflict-declared",
        GlassBroken => "glass-broken",
        GlassReviewed => "glass-reviewed",
        _ => null,
    };
}
