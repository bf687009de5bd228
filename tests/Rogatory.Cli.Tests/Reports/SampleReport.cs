using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Reports;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Cli.Tests.Reports;

/// <summary>A report as the authority answers with one: over made-up cases, with a checkpoint, and with one ledger broken where that is asked for.</summary>
internal static class SampleReport
{
    public const int Cases = 60;
    private const int Entries = 40;
    private static readonly DateTimeOffset MadeAt = new(2027, 1, 4, 9, 30, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<Report>> Whole = new(() => NewAsync(isBroken: false, null));
    private static readonly Lazy<Task<Report>> Broken = new(() => NewAsync(isBroken: true, null));

    public static Task<Report> MakeAsync(bool isBroken = false, ReportPeriod? period = null) =>
        period is not null ? NewAsync(isBroken, period) : isBroken ? Broken.Value : Whole.Value;

    private static async Task<Report> NewAsync(bool isBroken, ReportPeriod? period)
    {
        var (ledgers, statements) = (new InMemoryLedgerStore(), new InMemoryStatementStore());
        var cases = new List<CheckpointCase>();
        for (int number = 0; number < Cases; number++)
            cases.Add(await MadeCase.WriteAsync(number, ledgers, Entries));
        await OpenIncidentsAsync(ledgers);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        IReadOnlyList<VerificationKey> keys = [new VerificationKey(EcJwk.From(key, "sig-1"), MadeAt.AddYears(-1), null)];
        await CheckpointAsync(cases, statements, key);
        if (isBroken)
        {
            string name = MadeCase.CaseOf(7).ToString();
            byte[] ledger = await ledgers.ReadAsync(name, 0, CancellationToken.None);
            ledgers.Tamper(name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ledger).Replace("\"item\":\"letter\"", "\"item\":\"detour\"", StringComparison.Ordinal)));
        }

        var home = new HomeAuthority(StateCode.Parse("NL"), "westeurope", IsReplicatedToPair: false, ["EU"], "Mutual assistance desk, mla@example.test");
        var make = new MakeReport(ledgers, new Checkpoints(statements, keys), PolicySet.Load(), home, new MovableTime(MadeAt));
        return await make.RunAsync("Demonstration central authority", period ?? new ReportPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), CancellationToken.None);
    }

    public static async Task CheckpointAsync(List<CheckpointCase> cases, InMemoryStatementStore statements, ECDsa key)
    {
        cases.Sort((one, other) => string.CompareOrdinal(one.Case.ToString(), other.Case.ToString()));
        string root = Convert.ToHexStringLower(MerkleTree.Root([.. cases.Select(one => one.LeafHash())]));
        var checkpoint = new Checkpoint(0, Checkpoint.NoPrevious, cases.Count, root, MadeAt.AddHours(-1));
        await statements.TryCreateAsync(Checkpoints.CasesNameOf(0, root), cases.SelectMany(one => one.ToLine().Append((byte)'\n')).ToArray(), CancellationToken.None);
        string statement = await Statement.SignAsync(Checkpoint.Type, checkpoint.ToJson(), new Signer(key), CancellationToken.None);
        await statements.TryCreateAsync(Checkpoints.NameOf(0), Encoding.ASCII.GetBytes(statement), CancellationToken.None);
    }

    private static async Task OpenIncidentsAsync(InMemoryLedgerStore ledgers)
    {
        DateTimeOffset at = MadeAt.AddMonths(-3);
        foreach ((IncidentCause cause, int number) in ((IncidentCause, int)[])[(IncidentCause.BodyAltered, 1), (IncidentCause.WorkPoisoned, 2), (IncidentCause.BodyAltered, 3)])
        {
            var place = new IncidentPlace(MadeCase.CaseOf(number), null, null, null);
            IncidentId incident = IncidentId.Of(cause, place, 1);
            var opened = new IncidentOpened
            {
                Command = CommandId.Derive("sample", $"{number}"), Incident = incident, Cause = cause, Severity = cause == IncidentCause.BodyAltered ? IncidentSeverity.High : IncidentSeverity.Low,
                Breach = cause == IncidentCause.BodyAltered, Regime = LawRegime.Led, AwareAt = at, Case = place.Case, Item = null, Partner = null, Officer = null, Words = null,
            };
            var clock = new ClockStarted
            {
                Command = CommandId.Derive("sample-clock", $"{number}"), Clock = "supervisory-authority", Notice = NoticeKind.SupervisoryAuthority, Partner = null, Due = at.AddHours(72), RemindAt = at.AddHours(48),
                Rule = "INC-LED-30-1", Citation = "LED art. 30(1)", Verified = true,
            };
            (ReadOnlyMemory<byte> first, _, LedgerTip tip) = LedgerTip.Empty.Append(incident.LedgerName, at, [EventCodec.Encode("system:patrol", opened)]);
            await ledgers.TryAppendAsync(incident.LedgerName, 0, first, CancellationToken.None);
            if (opened.Breach)
                await ledgers.TryAppendAsync(incident.LedgerName, tip.Length, tip.Append(incident.LedgerName, at, [EventCodec.Encode("system:incidents", clock)]).Bytes, CancellationToken.None);
        }
    }

    private sealed class Signer(ECDsa key) : IStatementSigner
    {
        public string KeyId => "sig-1";

        public Space Space => Space.Real;

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
            ValueTask.FromResult(key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
