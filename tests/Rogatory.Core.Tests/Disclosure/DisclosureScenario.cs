using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Receipt;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>An accepted case with one sealed item, the partner that asked for it, and officers who may approve.</summary>
internal sealed class DisclosureScenario : IDisposable
{
    public static readonly ItemId Item = ItemId.Parse("statement");
    public static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(at => (byte)(at % 64 == 63 ? 0x0A : (byte)0x61 + (at % 23)))];
    public static readonly OfficerId Proposer = TestAuthority.Officer;
    public static readonly OfficerId Approver = OfficerId.Parse("o-devries");
    public static readonly OfficerId Second = OfficerId.Parse("o-bakker");
    public const string Session = "session-1";
    public const string Why = "Necessary for the prosecution, and no more than was asked for.";
    private static readonly OfficerId Admin = OfficerId.Parse("o-admin");
    private static readonly OfficerId SecondAdmin = OfficerId.Parse("o-second-admin");
    private static readonly ProposedDecision Accept = new(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "Nothing stands against it.");

    private DisclosureScenario(FaultPlan? faults) => Authority = new TestAuthority(faults);

    public TestAuthority Authority { get; }

    public CaseId Case { get; set; }

    public ECDsa Signing { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public RSA Encryption { get; private set; } = RSA.Create(TestAuthority.SomeKey);

    public static async Task<DisclosureScenario> StartAsync(FaultPlan? faults = null, byte[]? content = null)
    {
        var scenario = new DisclosureScenario(faults);
        TestAuthority authority = scenario.Authority;
        await scenario.RegisterAsync();
        scenario.Case = await authority.ReceivedAsync(("statement", content ?? Content));
        await scenario.AcceptAsync();
        return scenario;
    }

    public async Task AcceptAsync()
    {
        await Authority.DecideRequest.RunAsync(Proposer, Case, Accept, CancellationToken.None);
        await RunAsync();
    }

    /// <summary>What a diligent officer states. The items of these tests are of no format that the program can read, so that a person has to have looked.</summary>
    public static JsonObject Facts() => JsonNode.Parse($$$"""
        {
          "sender": {"kind": "competent-public-authority"},
          "recipient": {"kind": "competent-authority", "acceptsUseLimits": true},
          "instrument": {"bindsBothStates": true, "otherTreaty": "none", "subjectMatter": ["corruption"]},
          "request": {"coerciveMeasure": false, "formMet": true, "confidentialityPossible": true},
          "use": "as-requested",
          "necessity": {"value": true, "reasons": "{{{Why}}}"},
          "data": {"subjects": ["suspect"], "adequateRelevantNotExcessive": {"value": true, "reasons": "{{{Why}}}"}},
          "origin": {"kind": "own"},
          "grounds": {"dualCriminality": {"value": true, "reasons": "{{{Why}}}"}},
          "risk": {}, "found": {"unreadReviewed": {"value": true, "reasons": "{{{Why}}}"}}
        }
        """)!.AsObject();

    /// <summary>What an officer states of the risk (<c>risk.…</c>), with reasons.</summary>
    public static JsonObject Judging(JsonObject facts, string judgement, bool value = true)
    {
        facts["risk"]![judgement] = new JsonObject { ["value"] = value, ["reasons"] = Why };
        return facts;
    }

    public static ProposedDisclosure Proposal() => new(
        [Item], TestAuthority.Partner, Region: null, new DateOnly(2028, 1, 31), new AccuracyIndications(DataBasis.Facts, Complete: true, new DateOnly(2026, 11, 1), SourceReliability.A), Facts());

    public async Task RegisterAsync(StateCode? jurisdiction = null, PartnerId? partner = null, DateTimeOffset? validUntil = null)
    {
        PartnerId id = partner ?? TestAuthority.Partner;
        int replaces = (await Authority.Register.ReadAsync(CancellationToken.None)).Find(id)?.Change ?? 0;
        DateTimeOffset from = Authority.Time.Now.AddDays(-1), until = validUntil ?? Authority.Time.Now.AddYears(1);
        // Each partner has keys of its own; what goes to another is opened by nobody here.
        using ECDsa signing = id == TestAuthority.Partner ? ECDsa.Create(Signing.ExportParameters(includePrivateParameters: false)) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using RSA encryption = id == TestAuthority.Partner ? RSA.Create(Encryption.ExportParameters(includePrivateParameters: false)) : RSA.Create(2048);
        var entry = new PartnerEntry(
            "Parquet national financier", jurisdiction ?? StateCode.Parse("FR"),
            [new DatedKey(EcJwk.From(signing).ToJson().ToJsonString(), from, until)], [new DatedKey(RsaJwk.From(encryption).ToJson().ToJsonString(), from, until)]);
        await EnterAsync(id, entry, replaces);
    }

    /// <summary>What one admin proposes and another approves.</summary>
    public async Task EnterAsync(PartnerId partner, PartnerEntry entry, int replaces)
    {
        PartnerProposal proposal = await Authority.Register.ProposeAsync(Admin, partner, entry, replaces, CancellationToken.None);
        await Authority.Register.ApproveAsync(SecondAdmin, partner, proposal.Number, CancellationToken.None);
    }

    /// <summary>Gives the partner a further key to seal to, from now on, which the one it has outlives until a time.</summary>
    public async Task OverlapKeyAsync(RSA next, DateTimeOffset oldUntil)
    {
        RegisteredPartner found = (await Authority.Register.FindAsync(TestAuthority.Partner, CancellationToken.None))!;
        DatedKey[] keys =
        [
            .. found.Entry.EncryptionKeys.Select(one => one with { ValidUntil = oldUntil }),
            new DatedKey(RsaJwk.From(next).ToJson().ToJsonString(), Authority.Time.Now, Authority.Time.Now.AddYears(1)),
        ];
        await EnterAsync(TestAuthority.Partner, found.Entry with { EncryptionKeys = keys }, found.Change);
    }

    public async Task RotateKeyAsync()
    {
        Encryption.Dispose();
        Encryption = RSA.Create(2048);
        await RegisterAsync();
    }

    public Task SuspendAsync() => Authority.Register.SuspendAsync(Admin, TestAuthority.Partner, CancellationToken.None);

    public async Task ReinstateAsync()
    {
        PartnerProposal proposal = await Authority.Register.ProposeReinstatementAsync(Admin, TestAuthority.Partner, CancellationToken.None);
        await Authority.Register.ApproveAsync(SecondAdmin, TestAuthority.Partner, proposal.Number, CancellationToken.None);
    }

    public Task RunAsync() => Authority.Runner.RunAsync(Case, CancellationToken.None);

    /// <summary>Proposes once what was added is classified.</summary>
    public async Task<DisclosureState> ProposeAsync(ProposedDisclosure? proposal = null)
    {
        proposal ??= Proposal();
        CaseState state = await Authority.StateAsync(Case);
        if (proposal.Items.Any(item => state.Find(item) is not null && state.Classification.Find(item) is null))
            await RunAsync();
        return await Authority.Propose.RunAsync(Proposer, Session, Case, proposal, CancellationToken.None);
    }

    public async Task<DisclosureState> ApprovedAsync()
    {
        DisclosureState proposed = await ProposeAsync();
        await Authority.Approve.ApproveAsync(Approver, proposed.Id, Why, CancellationToken.None);
        return await FindAsync(proposed.Id);
    }

    public async Task<DisclosureState> ReadyAsync()
    {
        DisclosureState approved = await ApprovedAsync();
        await RunAsync();
        return await FindAsync(approved.Id);
    }

    public Task<FetchedDisclosure> FetchAsync(DisclosureId id) => Authority.Fetch.RunAsync(TestAuthority.Partner, id, CancellationToken.None);

    public async Task<DisclosureState> FindAsync(DisclosureId id) => (await Authority.StateAsync(Case)).Find(id)!;

    public async Task<string> ReceiptAsync(DisclosureState one, Func<CollectionReceipt, CollectionReceipt>? change = null)
    {
        CaseState state = await Authority.StateAsync(Case);
        var receipt = new CollectionReceipt(
            one.Id, one.Manifest!.Statement, [.. one.Proposal.Items.Select(item => new ReceiptItem(item, state.Find(item)!.SealedRoot))], Authority.Time.Now);
        return await SignAsync(CollectionReceipt.Type, (change?.Invoke(receipt) ?? receipt).ToJson());
    }

    public async Task<string> SignAsync(string type, JsonObject payload)
    {
        using var signer = new PartnerSigner(Signing);
        return await Statement.SignAsync(type, payload, signer, CancellationToken.None);
    }

    public Task<string> ReceiveAsync(DisclosureId id, string receipt) =>
        Authority.Receive.ReceiveAsync(TestAuthority.Partner, id, receipt, CancellationToken.None);

    /// <summary>How many key envelopes there are, of partners and our own.</summary>
    public async Task<int> EnvelopesAsync()
    {
        int count = 0;
        await foreach (var _ in Authority.Keys.ListAsync(Case, CancellationToken.None))
            count++;
        return count;
    }

    public void Dispose()
    {
        Signing.Dispose();
        Encryption.Dispose();
        Authority.Dispose();
    }

    private sealed class PartnerSigner(ECDsa key) : IStatementSigner, IDisposable
    {
        public string KeyId { get; } = EcJwk.From(key).KeyId;

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
            ValueTask.FromResult(key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

        public void Dispose()
        {
        }
    }
}
