using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Drills;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Api.Tests.Drills;

/// <summary>A run of a drill whose player has proposed what the script's officers approve, and a front door that answers all of the script's calls.</summary>
internal sealed class ScriptedRun : IStatementSigner, IAsyncDisposable
{
    private const string Drill = "over-disclosure";
    private static readonly DrillCatalogue Catalogue = DrillCatalogue.Load();
    private static readonly PolicySet Policy = PolicySet.Load();

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly InMemoryLedgerStore _ledgers = new();
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);
    private readonly MovableTime _time;
    private readonly DrillRun _run;
    private (int Call, FaultMode Mode) _failing;
    private TestApp _app = null!;
    private ScriptedCaller _caller = null!;
    private DrillEngine _engine = null!;

    private ScriptedRun(MovableTime time, DrillRun run) => (_time, _run) = (time, run);

    public string KeyId => "script";

    public FaultPlan Faults { get; } = new();

    /// <summary>Calls whose path has this in it are refused.</summary>
    public string? Refused { get; set; }

    /// <summary>The calls that the script made, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Which calls were made and answered with success.</summary>
    public IEnumerable<string> Answered => _answered.Keys.Order(StringComparer.Ordinal);

    /// <summary>The steps that are on record as taken, as often as they are.</summary>
    public IReadOnlyList<string> Taken => TakenOfAsync(_run).GetAwaiter().GetResult();

    public static async Task<ScriptedRun> StartAsync()
    {
        LedgerLine[] lines = [.. LedgerReader.Read(await File.ReadAllBytesAsync(Samples.Path("drills", $"{Drill}.good.jsonl"))).Select(one => one.Line)];
        var time = new MovableTime(lines[0].At);
        var ledgers = new InMemoryLedgerStore();
        (DrillRun begun, _) = await new DrillRegister(ledgers, Catalogue, Space.Drill, time).StartAsync(OfficerId.Parse($"o-{Drill}-good"), Drill, CancellationToken.None);
        var run = new ScriptedRun(time, begun);
        await run._ledgers.TryAppendAsync(DrillRegister.LedgerName, 0, await ledgers.ReadAsync(DrillRegister.LedgerName, 0, CancellationToken.None), CancellationToken.None);
        await run.WriteCaseAsync(lines.TakeWhile(line => line.Event != "disclosure.manifest-issued"));
        run._app = await TestApp.StartAsync(app => app.Run(run.AnswerAsync));
        run.Build();
        return run;
    }

    /// <summary>One look of the timer; what fails in it is tried again by the next.</summary>
    public async Task LookAsync()
    {
        try
        {
            await _engine.RunAsync(CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // As the timer does.
        }
    }

    /// <summary>Lets the n-th call to the front door fail.</summary>
    public void FailCall(int call, FaultMode mode) => _failing = (call, mode);

    /// <summary>How often each call was made whose path ends so.</summary>
    public IEnumerable<int> CallsOf(string end) => Calls.Where(call => call.EndsWith(end, StringComparison.Ordinal)).GroupBy(call => call).Select(same => same.Count());

    public async Task<DrillRun> StartOtherAsync() =>
        (await new DrillRegister(_ledgers, Catalogue, Space.Drill, _time).StartAsync(OfficerId.Parse("o-other"), Drill, CancellationToken.None)).Run;

    public async Task<IReadOnlyList<string>> TakenOfAsync(DrillRun run) =>
    [
        .. LedgerReader.Read(await _ledgers.ReadAsync(DrillRegister.LedgerName, 0, CancellationToken.None)).Select(one => one.Line)
            .Where(line => line.Event == DrillStepTaken.EventName && (string?)line.Data["case"] == run.Case.ToString()).Select(line => (string)line.Data["step"]!).Order(StringComparer.Ordinal),
    ];

    public async Task VerifyAsync()
    {
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _ledgers.ReadAsync(DrillRegister.LedgerName, 0, CancellationToken.None)));
        Assert.True(report.Holds, report.Why);
    }

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _engine.Dispose();
        _caller.Dispose();
        _key.Dispose();
    }

    private void Build()
    {
        ILedgerStore ledgers = new FaultingLedgerStore(_ledgers, Faults);
        string origin = _app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        _caller = new ScriptedCaller(new PublicOrigin(origin), new OfficerTokenSettings(origin, origin), _time, new ScriptKey(this, EcJwk.From(_key, KeyId)));
        var register = new DrillRegister(ledgers, Catalogue, Space.Drill, _time);
        _engine = new DrillEngine(
            register, Catalogue, new DrillEntries(ledgers), new DrillEnrolment(_caller, new OfficerRegister(ledgers, _time), Policy, _time),
            new DrillCast(_caller, new PartnerRegister(ledgers, Space.Drill, _time), _time), _caller, _time, _app.Logger<DrillEngine>());
    }

    private async Task WriteCaseAsync(IEnumerable<LedgerLine> lines)
    {
        LedgerTip tip = LedgerTip.Empty;
        foreach (LedgerLine line in lines)
        {
            (ReadOnlyMemory<byte> bytes, _, LedgerTip next) = tip.Append(_run.Case.ToString(), line.At, [new LedgerEntry(line.Actor, line.Event, line.Data)]);
            Assert.True(await _ledgers.TryAppendAsync(_run.Case.ToString(), tip.Length, bytes, CancellationToken.None));
            tip = next;
        }
    }

    // Every path that the script asks for answers with what any of them would: the number of a proposal.
    private async Task AnswerAsync(HttpContext context)
    {
        string call = $"{context.Request.Method} {context.Request.Path}";
        bool fails;
        lock (_calls)
        {
            fails = _calls.Count + 1 == _failing.Call;
            if (!fails || _failing.Mode == FaultMode.AnswerLost)
                _calls.Enqueue(call);
            if (fails)
                _failing = default;
        }

        context.Response.StatusCode = fails ? StatusCodes.Status503ServiceUnavailable
            : Refused is { } part && call.Contains(part, StringComparison.Ordinal) ? StatusCodes.Status409Conflict : StatusCodes.Status201Created;
        if (context.Response.StatusCode == StatusCodes.Status201Created)
            _answered[call] = true;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"number":1,"proposal":{"proposal":1}}""");
    }
}
