using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Envelope;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Retention;

/// <summary>What officers do about retention in the accepted case of <see cref="DisclosureScenario"/>.</summary>
internal sealed class RetentionScenario : IDisposable
{
    public const string Why = "The proceedings ended; nothing needs it any more.";
    public const ErasureGround Ground = ErasureGround.NoLongerNeeded;
    public const string Law = "LED art. 5";
    public static readonly ItemId Item = DisclosureScenario.Item;

    private RetentionScenario(DisclosureScenario disclosures) => Disclosures = disclosures;

    public DisclosureScenario Disclosures { get; }

    public TestAuthority Authority => Disclosures.Authority;

    public CaseId Case => Disclosures.Case;

    public static async Task<RetentionScenario> StartAsync(FaultPlan? faults = null) => new(await DisclosureScenario.StartAsync(faults));

    public Task RunAsync() => Disclosures.RunAsync();

    public Task<CaseState> StateAsync() => Authority.StateAsync(Case);

    public Task<HoldState> HoldAsync(params ItemId[] items) => HoldAsync(DisclosureScenario.Proposer, items);

    public Task<HoldState> HoldAsync(OfficerId officer, params ItemId[] items) =>
        Authority.PlaceHold.RunAsync(officer, Case, items, HoldGround.PendingProceedings, "LED art. 16(3)", Why, CancellationToken.None);

    public Task<HoldState> LiftAsync(int hold, OfficerId? officer = null) =>
        Authority.LiftHold.RunAsync(officer ?? DisclosureScenario.Approver, Case, hold, Why, CancellationToken.None);

    public Task<ErasureState> ProposeAsync(params ItemId[] items) =>
        Authority.ProposeErasure.RunAsync(DisclosureScenario.Proposer, Case, items, Ground, Law, Why, CancellationToken.None);

    public Task<ErasureState> ApproveAsync(int erasure = 1, OfficerId? officer = null) =>
        Authority.ApproveErasure.ApproveAsync(officer ?? DisclosureScenario.Approver, Case, erasure, Why, CancellationToken.None);

    public Task<CaseState> KeepAsync(DateOnly until) =>
        Authority.ReviewRetention.RunAsync(DisclosureScenario.Proposer, Case, until, KeepingGround.StillNeeded, Law, Why, CancellationToken.None);

    public async Task<ErasureState> EraseAsync(params ItemId[] items)
    {
        ErasureState proposed = await ProposeAsync(items);
        await ApproveAsync(proposed.Number);
        await RunAsync();
        return (await StateAsync()).Retention.FindErasure(proposed.Number)!;
    }

    public async Task<byte[]> ReadAsync(ItemId? item = null)
    {
        using OpenedItem opened = await Authority.ConsultItem.RunAsync(
            DisclosureScenario.Proposer, "session-1", Case, item ?? Item, "To see whether it is still there.", roles: Some.Reviewer, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    public async Task<ErasureCertificate> CertificateAsync(int erasure = 1) => ErasureCertificate.FromJson(Statement.Verify(
        await Authority.CertifyErasure.ReadAsync(Case, erasure, CancellationToken.None), ErasureCertificate.Type, Authority.VerificationKeys));

    public async Task<IReadOnlyList<KeyEnvelopeFound>> EnvelopesAsync(ItemId? item = null)
    {
        List<KeyEnvelopeFound> found = [];
        await foreach (KeyEnvelopeFound envelope in Authority.Keys.ListAsync(Case, CancellationToken.None))
        {
            if (item is null || envelope.Path.Item == item)
                found.Add(envelope);
        }

        return found;
    }

    public async Task<SealedPath> PathAsync(ItemId? item = null) =>
        new(Case, item ?? Item, (await StateAsync()).Find(item ?? Item)!.Attempt);

    public static async Task RefusedAsync(string slug, Func<Task> act) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);

    public void Dispose() => Disclosures.Dispose();
}
