using Microsoft.Extensions.Logging;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Drills;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Api.Drills;

/// <summary>Plays everyone but the player: looks at each open run, and makes the calls that its script says are due.</summary>
/// <remarks>A step is recorded once its call was answered. A crash between the two repeats the call, which every call bears.</remarks>
public sealed partial class DrillEngine(
    DrillRegister register, DrillCatalogue catalogue, DrillEntries entries, DrillEnrolment enrolment, DrillCast cast, ScriptedCaller caller, TimeProvider time, ILogger<DrillEngine> log) : IDisposable
{
    /// <summary>The step that every run begins with: its partners and its request are there.</summary>
    private const string Prepared = "prepared";

    // Two at once would make each call twice: it would do no harm, and no good.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Looks at every open run.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (DrillRun run in await register.ListOpenAsync(cancellationToken))
        {
            try
            {
                await AdvanceAsync(run, cancellationToken);
            }
            catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
            {
                LogStuck(run.Drill, failed.GetType().Name);
            }
        }
    }

    /// <summary>Takes what is due of one run, until nothing is.</summary>
    /// <exception cref="StorageUnavailableException">Something was not answered; the next look tries again.</exception>
    public async Task<DrillRun> AdvanceAsync(DrillRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await _one.WaitAsync(cancellationToken);
        try
        {
            DrillDefinition drill = catalogue.For(run);
            if (!run.Steps.ContainsKey(Prepared))
            {
                await cast.PrepareAsync(drill, run, cancellationToken);
                await enrolment.RunAsync(run, cancellationToken);
                run = await register.TakeStepAsync(run, Prepared, 0, cancellationToken);
            }

            foreach (DrillStep step in DrillProgress.Due(drill, run, await entries.ReadAsync(drill, run, register.EndOf(run), cancellationToken)))
            {
                if (await TakeAsync(step, run, cancellationToken) is { } status)
                    run = await register.TakeStepAsync(run, step.Id, status, cancellationToken);
            }

            return run;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>The status that it was answered with, 0 where the player is only told something; null where it has to be tried again.</summary>
    private async Task<int?> TakeAsync(DrillStep step, DrillRun run, CancellationToken cancellationToken)
    {
        if (step.Who is not { } who)
            return 0;
        ScriptedAnswer? answer = step.Collects ? await CollectAsync(run.PartnerOf(who), cancellationToken)
            : step.Adds is { } addition ? await caller.AddAsync(who, run.Case, addition, cancellationToken)
            : await CallAsync(step, who, run, cancellationToken);
        if (answer is not null && (step.Expects ?? answer.Status) == answer.Status && (answer.IsSuccess || step.Expects is not null))
            return answer.Status;
        if (answer is not null)
            LogRefused(run.Drill, step.Id, answer.Status);
        return null;
    }

    private async Task<ScriptedAnswer> CallAsync(DrillStep step, string who, DrillRun run, CancellationToken cancellationToken)
    {
        string[] call = step.Call!.Split(' ');
        var method = new HttpMethod(call[0]);
        return ScriptedOfficer.Names.Contains(who)
            ? await caller.AsOfficerAsync(who, method, call[1], step.Body, cancellationToken)
            : await caller.AsPartnerAsync(
                run.PartnerOf(who), method, call[1], step.Body is { } body ? System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) : null, "application/json", cancellationToken);
    }

    // Nobody can open what goes out in a drill, so the roots that the partner confirms are those of the manifest.
    private async Task<ScriptedAnswer?> CollectAsync(PartnerId partner, CancellationToken cancellationToken)
    {
        ScriptedAnswer list = await caller.AsPartnerAsync(partner, HttpMethod.Get, "/disclosures", null, "", cancellationToken);
        if (!list.IsSuccess)
            return list;
        ScriptedAnswer? last = null;
        foreach (string disclosure in list.Json["disclosures"]!.AsArray().Where(one => (string?)one!["state"] is "ready" or "fetched").Select(one => (string)one!["disclosure"]!))
        {
            ScriptedAnswer offered = await caller.AsPartnerAsync(partner, HttpMethod.Get, $"/disclosures/{disclosure}", null, "", cancellationToken);
            if (!offered.IsSuccess)
                return offered;
            string manifest = (string)offered.Json["manifest"]!;
            var signed = DisclosureManifest.FromJson(Statement.PayloadOf(manifest));
            var receipt = new CollectionReceipt(
                signed.Disclosure, DisclosureStatements.DigestOf(manifest), [.. signed.Items.Select(item => new ReceiptItem(item.Id, item.SealedRoot))], time.GetUtcNow());
            string statement = await caller.SignAsync(CollectionReceipt.Type, receipt.ToJson(), cancellationToken);
            last = await caller.AsPartnerAsync(
                partner, HttpMethod.Post, $"/disclosures/{disclosure}/receipt", System.Text.Encoding.ASCII.GetBytes(statement), "application/jose", cancellationToken);
        }

        return last;
    }

    [LoggerMessage(1, LogLevel.Warning, "A run of {Drill} waits: {Failure}")]
    private partial void LogStuck(string drill, string failure);

    [LoggerMessage(2, LogLevel.Information, "A run of {Drill} waits: its step {Step} was answered with {Status}")]
    private partial void LogRefused(string drill, string step, int status);
}
