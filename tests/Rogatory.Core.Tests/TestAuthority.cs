using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Risk;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Receipt;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests;

/// <summary>Core's commands and flow over stores in memory, which survive a restart and can be made to fail.</summary>
internal sealed class TestAuthority : IDisposable
{
    public static readonly PartnerId Partner = PartnerId.Parse("fr-pnf");
    public static readonly OfficerId Officer = OfficerId.Parse("o-jansen");
    public static readonly TimeSpan AbandonAfter = TimeSpan.FromMinutes(15);

    /// <summary>Making a key is slow, so tests that need none of their own share one.</summary>
    public static readonly RSAParameters SomeKey = MakeKey();

    private static readonly PolicySet Shipped = PolicySet.Load();

    public TestAuthority(FaultPlan? faults = null)
    {
        Faults = faults ?? new FaultPlan();
        Keys = new InMemoryKeyEnvelopeStore(Time);
        Arrivals = new InMemoryArrivals(Vault);
        Outbound = new InMemoryOutbound(Vault, "westeurope", "germanywestcentral");
        Restart();
    }

    public MovableTime Time { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public FaultPlan Faults { get; }

    public TestSigner Signer { get; } = new();

    public InMemoryLedgerStore Ledgers { get; } = new();

    public InMemoryVault Vault { get; } = new();

    public InMemoryKeyEnvelopeStore Keys { get; }

    public InMemoryStatementStore Statements { get; } = new();

    public InMemoryProjectionStore Projections { get; } = new();

    public InMemoryCaseQueue Queue { get; } = new();

    public InMemoryKeyWrap KeyWrap { get; } = new(SomeKey);

    public CaseJournal Journal { get; private set; } = null!;

    public OpenRequest OpenRequest { get; private set; } = null!;

    public SealItem SealItem { get; private set; } = null!;

    public InMemoryArrivals Arrivals { get; }

    public AddItem AddItem { get; private set; } = null!;

    public OpenCase OpenCase { get; private set; } = null!;

    public GrantUpload GrantUpload { get; private set; } = null!;

    public CompleteUpload CompleteUpload { get; private set; } = null!;

    public DecideRequest DecideRequest { get; private set; } = null!;

    public ConsultItem ConsultItem { get; private set; } = null!;

    public ClassifyItem Classify { get; private set; } = null!;

    public CaseRunner Runner { get; private set; } = null!;

    /// <summary>Key envelopes, and their eraser, as the program reaches them: as the plan says.</summary>
    public IKeyEnvelopeStore Envelopes { get; private set; } = null!;

    public IEnvelopeEraser Eraser { get; private set; } = null!;

    public IssueGrant IssueGrant { get; private set; } = null!;

    public RecallRiskSources RiskSources { get; private set; } = null!;

    public AssessRisk AssessRisk { get; private set; } = null!;

    public IssueReceipt IssueReceipt { get; private set; } = null!;

    public KeyRegister KeyRegister { get; private set; } = null!;

    public BeginRotation BeginRotation { get; private set; } = null!;

    public AdvanceRotation AdvanceRotation { get; private set; } = null!;

    public RotateKeys RotateKeys { get; private set; } = null!;

    public Sweep Sweep { get; private set; } = null!;

    public Checkpoints Checkpoints { get; private set; } = null!;

    public MakeCheckpoint MakeCheckpoint { get; private set; } = null!;

    public OpenIncident Incidents { get; private set; } = null!;

    public IncidentRegister IncidentRegister { get; private set; } = null!;

    public IncidentJournal IncidentJournal { get; private set; } = null!;

    public WatchIncidents WatchIncidents { get; private set; } = null!;

    public IncidentWords IncidentWords { get; private set; } = null!;

    public ReportIncident ReportIncident { get; private set; } = null!;

    public DraftNotice DraftNotice { get; private set; } = null!;

    public SendNotice SendNotice { get; private set; } = null!;

    public WaiveNotice WaiveNotice { get; private set; } = null!;

    public CloseIncident CloseIncident { get; private set; } = null!;

    public ContainIncident ContainIncident { get; private set; } = null!;

    public Patrol Patrol { get; private set; } = null!;

    public CopyPatrol CopyPatrol { get; private set; } = null!;

    public PartnerRegister Register { get; private set; } = null!;

    /// <summary>A central authority in the Netherlands whose material stays in the Union.</summary>
    public HomeAuthority Home { get; set; } = new(StateCode.Parse("NL"), "westeurope", IsReplicatedToPair: false, ["EU"], "Mutual assistance desk");

    public InMemoryOutbound Outbound { get; }

    public OfficerRegister Officers { get; private set; } = null!;

    public BreakGlass Glass { get; private set; } = null!;

    public ProposeDisclosure Propose { get; private set; } = null!;

    public ApproveDisclosure Approve { get; private set; } = null!;

    public MakeExtract MakeExtract { get; private set; } = null!;

    public RecallDisclosure Recall { get; private set; } = null!;

    public FetchDisclosure Fetch { get; private set; } = null!;

    public ReceiveCollection Receive { get; private set; } = null!;

    public ItemVault Items { get; private set; } = null!;

    public DeclaredItems Declarations { get; private set; } = null!;

    public PlaceHold PlaceHold { get; private set; } = null!;

    public LiftHold LiftHold { get; private set; } = null!;

    public ReviewRetention ReviewRetention { get; private set; } = null!;

    public ProposeErasure ProposeErasure { get; private set; } = null!;

    public ApproveErasure ApproveErasure { get; private set; } = null!;

    public CertifyErasure CertifyErasure { get; private set; } = null!;

    public EraseItems EraseItems { get; private set; } = null!;

    public RestrictItem Restrict { get; private set; } = null!;

    public RectifyItem Rectify { get; private set; } = null!;

    public AcknowledgeNotice AcknowledgeNotice { get; private set; } = null!;

    /// <summary>Real matters, or drills; taken up by the next <see cref="Restart"/>.</summary>
    public Space Space { get; set; } = Space.Real;

    /// <summary>Taken up by the next <see cref="Restart"/>.</summary>
    public PolicySet Policy { get; set; } = Shipped;

    public IReadOnlyList<VerificationKey> VerificationKeys => [Signer.Published];

    /// <summary>A process that died and came back: nothing but what the stores hold.</summary>
    public void Restart()
    {
        var ledgers = new FaultingLedgerStore(Ledgers, Faults);
        var keys = new FaultingKeyEnvelopeStore(Keys, Faults);
        var eraser = new FaultingEnvelopeEraser(Keys, Faults);
        var statements = new FaultingStatementStore(Statements, Faults);
        var projections = new FaultingProjectionStore(Projections, Faults);
        var queue = new FaultingCaseQueue(Queue, Faults);
        Journal = new CaseJournal(ledgers, projections, queue, Space, Time);
        IncidentRegister = new IncidentRegister(ledgers, Time);
        IncidentJournal = new IncidentJournal(ledgers, Time);
        Incidents = new OpenIncident(IncidentRegister, IncidentJournal, Policy, queue, Time);
        var vault = new ItemVault(new FaultingVault(Vault, Faults), keys, new FaultingKeyWrap(KeyWrap, Faults), Journal, Incidents);
        Items = vault;
        DeclaredItems declarations = Declarations = new DeclaredItems(vault, Time);
        var sealText = new SealText(vault);
        OpenRequest = new OpenRequest(Journal, vault, declarations, Policy, Space, Time);
        var reject = new RejectItem(Journal, Time);
        SealItem = new SealItem(Journal, vault, declarations, eraser, reject);
        var arrivals = new FaultingArrivals(Arrivals, Faults);
        var keyWrap = new FaultingKeyWrap(KeyWrap, Faults);
        GrantUpload = new GrantUpload(Journal, declarations, arrivals, Time);
        CompleteUpload = new CompleteUpload(Journal, declarations, arrivals, arrivals, arrivals, keyWrap, reject, Time);
        var admitUpload = new AdmitUpload(Journal, declarations, arrivals, arrivals, keys, keyWrap, Incidents);
        var clearUpload = new ClearUpload(Journal, arrivals, arrivals);
        DecideRequest = new DecideRequest(Journal, sealText, declarations, IncidentRegister, Policy, Time);
        ConsultItem = new ConsultItem(Journal, sealText, vault, Time);
        MakeExtract = new MakeExtract(Journal, ConsultItem, sealText, vault, new ExtractLimits());
        Checkpoints = new Checkpoints(statements, VerificationKeys);
        MakeCheckpoint = new MakeCheckpoint(Checkpoints, ledgers, statements, Signer, VerificationKeys, Incidents, Time);
        Patrol = new Patrol(ledgers, new FaultingVault(Vault, Faults), keys, Checkpoints, new PatrolRegister(ledgers, Time), Incidents, Time);
        IssueReceipt = new IssueReceipt(Journal, ledgers, vault, statements, Signer, Checkpoints, VerificationKeys, Time);
        Register = new PartnerRegister(ledgers, Space, Time);
        var affected = new FindAffected(Journal, ledgers, projections, Register, Policy, Home, Time);
        WatchIncidents = new WatchIncidents(IncidentRegister, IncidentJournal, Incidents, affected, Policy, Time);
        var incidentWords = IncidentWords = new IncidentWords(Journal, sealText, new IncidentFile(Journal, Policy, Space, Time));
        Officers = new OfficerRegister(ledgers, Time);
        ReportIncident = new ReportIncident(Journal, Incidents, IncidentRegister, incidentWords, WatchIncidents, Officers, EnrolledOfficers.Founders, Register, Policy, Time);
        DraftNotice = new DraftNotice(IncidentJournal, affected, incidentWords, Register, Policy, Home, Space, Time);
        SendNotice = new SendNotice(IncidentJournal, Time);
        WaiveNotice = new WaiveNotice(IncidentJournal, incidentWords, WatchIncidents, Time);
        CloseIncident = new CloseIncident(IncidentRegister, IncidentJournal, incidentWords, WatchIncidents, queue);
        AddItem = new AddItem(Journal, vault, eraser);
        OpenCase = new OpenCase(Journal, vault, declarations, Policy, Register, Space, Time);
        Glass = new BreakGlass(Officers, Journal, sealText, Incidents, Policy, Time);
        var outbound = new FaultingOutbound(Outbound, Faults);
        CopyPatrol = new CopyPatrol(
            Journal, outbound, keys, projections, new PatrolRegister(ledgers, Time), new CopyOutcome(Journal, Incidents, Time), Incidents, Time);
        var policies = new StoredPolicies(statements, Policy);
        RiskSources = new RecallRiskSources(Register, Incidents, Journal, Policy, Home);
        var check = new CheckTransfer(Policy, policies, Register, RiskSources, Home, Time);
        var storedStatements = new StoredStatements(statements, Signer, VerificationKeys);
        var disclosureStatements = new DisclosureStatements(storedStatements);
        var removeCopies = new RemoveCopies(Journal, eraser, outbound);
        Propose = new ProposeDisclosure(Journal, sealText, declarations, check, outbound, Register, Policy, Time);
        Approve = new ApproveDisclosure(Journal, sealText, Time);
        Recall = new RecallDisclosure(Journal, sealText, disclosureStatements, Time);
        Fetch = new FetchDisclosure(Journal, check, keys, outbound, disclosureStatements, Time);
        Receive = new ReceiveCollection(Journal, disclosureStatements, new PartnerStatements(Register, Time), Time);
        Restrict = new RestrictItem(Journal, sealText, Time);
        Rectify = new RectifyItem(Journal, sealText, vault);
        AcknowledgeNotice = new AcknowledgeNotice(Journal, storedStatements, new PartnerStatements(Register, Time), Time);
        var disclosures = new DisclosureCommands(
            new MarkDisclosure(Journal),
            IssueGrant = new IssueGrant(Journal, check, disclosureStatements, VerificationKeys, Policy, Time),
            new ReleaseItem(Journal, check, vault, keys, outbound, removeCopies, Incidents, Time),
            new IssueManifest(Journal, check, ledgers, disclosureStatements, VerificationKeys, Home, Policy, Time),
            removeCopies);
        (Envelopes, Eraser) = (keys, eraser);
        KeyRegister = new KeyRegister(ledgers, Time);
        AssessRisk = new AssessRisk(Journal, RiskSources, policies, Time);
        var versions = new FaultingKeyVersions(KeyWrap, Faults);
        var current = new CurrentKeys(versions, Time);
        BeginRotation = new BeginRotation(KeyRegister, versions, current);
        AdvanceRotation = new AdvanceRotation(KeyRegister, versions, current, keys, Journal, queue, Time);
        RotateKeys = new RotateKeys(Journal, KeyRegister, current, new RewrapEnvelope(keys, keyWrap), keys, eraser, Incidents);
        var record = new RecordRetention(Journal, sealText);
        PlaceHold = new PlaceHold(record);
        LiftHold = new LiftHold(record);
        ContainIncident = new ContainIncident(
            IncidentJournal, incidentWords, Journal, Register, new AuthorizeOfficer(Officers, EnrolledOfficers.Founders), new WakeCases(projections, queue), Approve, PlaceHold, BeginRotation, AdvanceRotation);
        ReviewRetention = new ReviewRetention(record, Policy, Time);
        ProposeErasure = new ProposeErasure(record, Policy, Time);
        ApproveErasure = new ApproveErasure(record, Time);
        CertifyErasure = new CertifyErasure(Journal, ledgers, keys, statements, Signer, VerificationKeys, Time);
        EraseItems = new EraseItems(Journal, eraser);
        var retention = new RetentionCommands(
            new SettleHolds(Journal, new FaultingBodyHolds(Vault, Faults), Incidents), new MarkRetention(Journal, Policy), EraseItems, CertifyErasure, RotateKeys);
        Classify = new ClassifyItem(Journal, vault, eraser, Time);
        Runner = new CaseRunner(new CaseDecider(AbandonAfter), Journal, keys, eraser, IssueReceipt, admitUpload, clearUpload, disclosures, retention,
            new IssueNotice(Journal, storedStatements, Policy, Time), new MarkNotice(Journal), Classify, AssessRisk, RiskSources, KeyRegister, new ProjectionWriter(projections), Incidents, Time);
        Sweep = new Sweep(ledgers, projections, keys, queue, Time);
    }

    /// <summary>A complete request that declares these items.</summary>
    public static byte[] Request(params (string Id, byte[] Content)[] items) => Request("PNF-2026-0411", items);

    public static byte[] Request(string reference, params (string Id, byte[] Content)[] items)
    {
        JsonObject request = JsonNode.Parse(File.ReadAllText(Samples.Path("requests", "uncac-bank-records.json")))!.AsObject();
        request["reference"] = reference;
        request["items"] = new JsonArray([.. items.Select(item => new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = $"{item.Id}.csv",
            ["type"] = "text/csv",
            ["size"] = item.Content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(item.Content)),
        })]);
        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    public async Task<CaseId> OpenAsync(params (string Id, byte[] Content)[] items) =>
        (await OpenRequest.RunAsync(Partner, Request(items), CancellationToken.None)).State.Case;

    public Task<bool> SendAsync(CaseId @case, string item, byte[] content) =>
        SealItem.RunAsync(Sent(@case, item, content), CancellationToken.None);

    public static SentItem Sent(CaseId @case, string item, byte[] content) =>
        new(Partner, @case, ItemId.Parse(item), content.Length, SHA256.HashData(content), new MemoryStream(content));

    /// <summary>A case whose items are sealed and whose receipt is issued.</summary>
    public Task<CaseId> ReceivedAsync(params (string Id, byte[] Content)[] items) => ReceivedAsync("PNF-2026-0411", items);

    public async Task<CaseId> ReceivedAsync(string reference, params (string Id, byte[] Content)[] items)
    {
        CaseId @case = (await OpenRequest.RunAsync(Partner, Request(reference, items), CancellationToken.None)).State.Case;
        foreach ((string id, byte[] content) in items)
            await SendAsync(@case, id, content);
        await Runner.RunAsync(@case, CancellationToken.None);
        return @case;
    }

    public async Task<CaseState> StateAsync(CaseId @case) => await Journal.GetAsync(@case, CancellationToken.None);

    public async Task<string> LedgerTextAsync(string name) => Encoding.UTF8.GetString(await Ledgers.ReadAsync(name, 0, CancellationToken.None));

    /// <summary>How many readings by officers the ledger says.</summary>
    public async Task<int> ReadingsAsync(CaseId @case) => (await LedgerTextAsync(@case.ToString())).Split('\n')
        .Count(line => line.StartsWith("{\"actor\":\"officer:", StringComparison.Ordinal) && line.Contains("access.item-consulted", StringComparison.Ordinal));

    /// <summary>What fails with "try again" is tried again as a caller would, by a program that may have been started anew meanwhile.</summary>
    public async Task<T> EventuallyAsync<T>(Func<Task<T>> attempt)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (StorageUnavailableException) when (tries < 3)
            {
                Restart();
            }
        }
    }

    /// <summary>The oracle: the exported ledger verifies.</summary>
    public async Task<LedgerReport> VerifyAsync(CaseId @case)
    {
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await Ledgers.ReadAsync(@case.ToString(), 0, CancellationToken.None)));
        Assert.True(report.Holds, report.Why);
        return report;
    }

    public void Dispose()
    {
        KeyWrap.Dispose();
        Signer.Dispose();
    }

    private static RSAParameters MakeKey()
    {
        using var made = RSA.Create(2048);
        return made.ExportParameters(includePrivateParameters: true);
    }
}
