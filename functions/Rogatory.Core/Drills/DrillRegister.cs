using System.Globalization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>The register of drills: who plays which, how far the script is, and what came of it, in a ledger of its own.</summary>
public sealed class DrillRegister(ILedgerStore ledgers, DrillCatalogue catalogue, Space space, TimeProvider time)
    : Journal<DrillRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "drills";

    private const string Actor = "system:drills";

    private readonly TimeProvider _time = time;

    /// <summary>Every event the register can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [DrillStarted.EventName] = typeof(DrillStarted),
        [DrillStepTaken.EventName] = typeof(DrillStepTaken),
        [DrillScored.EventName] = typeof(DrillScored),
    });

    /// <summary>Begins a run. One that the officer is playing already is taken up.</summary>
    /// <returns>The run, and whether it is new.</returns>
    /// <exception cref="RefusedException"><c>drill-not-found</c>; <c>drills-elsewhere</c>: matters are real here.</exception>
    public async Task<(DrillRun Run, bool IsNew)> StartAsync(OfficerId officer, string drill, CancellationToken cancellationToken)
    {
        RefuseReal();
        DrillDefinition definition = catalogue.Find(drill) ?? throw new RefusedException("drill-not-found", "There is no such drill. The list has their names.");
        string digest = catalogue.DigestOf(drill);
        DrillRun[] played = [.. (await LoadAsync(LedgerName, cancellationToken)).State?.Of(officer).Where(run => run.Drill == drill) ?? []];
        if (played.LastOrDefault(run => IsOpen(run) && run.Digest == digest) is { } open)
            return (open, false);
        int number = played.Length + 1;
        CommandId command = CommandId.Derive("start-drill", officer.ToString(), drill, number.ToString(CultureInfo.InvariantCulture));
        var started = new DrillStarted
        {
            Command = command,
            Case = space.CaseOf(DrillRun.PartnerOf(definition.From, drill, officer, number), DrillRun.ReferenceOf(drill, officer, number)),
            Drill = drill,
            Version = definition.Version,
            Digest = digest,
            Number = number,
        };
        DrillRegisterState state = (await AppendAsync(LedgerName, $"officer:{officer}", command, _ => [started], cancellationToken)).State!;
        return (state.Runs[started.Case.ToString()], true);
    }

    /// <summary>The officer's run.</summary>
    /// <exception cref="RefusedException"><c>drill-not-found</c>; <c>drills-elsewhere</c>.</exception>
    public async Task<DrillRun> GetAsync(OfficerId officer, CaseId run, CancellationToken cancellationToken)
    {
        RefuseReal();
        return (await LoadAsync(LedgerName, cancellationToken)).State?.Runs.GetValueOrDefault(run.ToString()) is { } found && found.Officer == officer
            ? found
            : throw new RefusedException("drill-not-found", "There is no such run of a drill, or it is not yours.");
    }

    /// <summary>The officer's runs, the oldest first.</summary>
    /// <exception cref="RefusedException"><c>drills-elsewhere</c>.</exception>
    public async Task<IReadOnlyList<DrillRun>> ListAsync(OfficerId officer, CancellationToken cancellationToken)
    {
        RefuseReal();
        return [.. (await LoadAsync(LedgerName, cancellationToken)).State?.Of(officer) ?? []];
    }

    /// <summary>Every run that is being played; none where matters are real.</summary>
    public async Task<IReadOnlyList<DrillRun>> ListOpenAsync(CancellationToken cancellationToken) =>
        space == Space.Real ? [] : [.. (await LoadAsync(LedgerName, cancellationToken)).State?.Runs.Values.Where(IsOpen) ?? []];

    /// <summary>Records that a step was taken; one that was taken already changes nothing.</summary>
    public async Task<DrillRun> TakeStepAsync(DrillRun run, string step, int status, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        CommandId command = CommandId.Derive("drill-step", run.Case.ToString(), step);
        var taken = new DrillStepTaken { Command = command, Case = run.Case, Step = step, Status = status };
        return (await AppendAsync(LedgerName, Actor, command, _ => [taken], cancellationToken)).State!.Runs[run.Case.ToString()];
    }

    /// <summary>Records a score, which ends the run.</summary>
    public async Task<DrillRun> ScoreAsync(DrillRun run, DrillScored scored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(scored);
        return (await AppendAsync(LedgerName, run.Player, scored.Command, state =>
            state!.Runs[run.Case.ToString()].Scored is null ? [scored] : [], cancellationToken)).State!.Runs[run.Case.ToString()];
    }

    /// <summary>Until when a run can be played.</summary>
    public DateTimeOffset EndOf(DrillRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.StartedAt + TimeSpan.FromHours(catalogue.Find(run.Drill)?.Hours ?? 0);
    }

    /// <inheritdoc />
    protected override DrillRegisterState Fold(DrillRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new DrillRegisterState()).Apply(line, happened);

    private bool IsOpen(DrillRun run) => run.Scored is null && _time.GetUtcNow() < EndOf(run);

    private void RefuseReal()
    {
        if (space == Space.Real)
            throw new RefusedException("drills-elsewhere", "Drills are played in a space of their own, at another address than real matters.");
    }
}
