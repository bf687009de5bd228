using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Access;

/// <summary>A key is one partner's.</summary>
public sealed class OtherPartnersKeyTests : IDisposable
{
    private static readonly OfficerId First = OfficerId.Parse("first-admin");
    private static readonly OfficerId Second = OfficerId.Parse("second-admin");
    private static readonly PartnerId Original = PartnerId.Parse("fr-demo");
    private static readonly PartnerId Copy = PartnerId.Parse("it-copy");

    private readonly TestAuthority _authority = new();

    /// <summary>Entries that share a key with <see cref="SomePartner.Entry"/>.</summary>
    public static TheoryData<string> Shared => ["signing", "encryption", "signing under another id"];

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task A_key_of_another_partners_entry_in_force_is_not_proposed(string what)
    {
        await ProposeAsync(Original, SomePartner.Entry());
        await ApproveAsync(Original);
        await RefusesAsync(() => ProposeAsync(Copy, Sharing(what)));
        await _authority.Register.SuspendAsync(First, Original, CancellationToken.None);
        await RefusesAsync(() => ProposeAsync(Copy, Sharing(what)));
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task A_key_that_is_proposed_for_another_partner_is_not_proposed_until_that_is_rejected(string what)
    {
        await ProposeAsync(Original, SomePartner.Entry());
        await RefusesAsync(() => ProposeAsync(Copy, Sharing(what)));
        await _authority.Register.RejectAsync(Second, Original, 1, CancellationToken.None);
        Assert.Equal(1, (await ProposeAsync(Copy, Sharing(what))).Number);
    }

    [Fact]
    public async Task A_key_of_another_partner_is_not_approved_either_and_a_reinstatement_is()
    {
        foreach (PartnerId partner in (PartnerId[])[Original, Copy])
            await RecordAsync(new PartnerProposed { Command = Some.Command(), Partner = partner, Number = 1, Entry = SomePartner.Entry() });
        await RefusesAsync(() => ApproveAsync(Copy));
        await RecordAsync(new PartnerApproved { Command = Some.Command(), Partner = Original, Number = 1 }, "officer:second-admin");
        await RefusesAsync(() => ApproveAsync(Copy));
        await RecordAsync(new PartnerApproved { Command = Some.Command(), Partner = Copy, Number = 1 }, "officer:second-admin");
        await ApproveAsync(Copy);

        await _authority.Register.SuspendAsync(First, Copy, CancellationToken.None);
        await _authority.Register.ProposeReinstatementAsync(First, Copy, CancellationToken.None);
        Assert.Equal(ProposalOutcome.Approved, (await ApproveAsync(Copy, 2)).Outcome);
    }

    [Fact]
    public async Task A_partner_keeps_its_own_keys_and_others_have_others()
    {
        await ProposeAsync(Original, SomePartner.Entry());
        await ApproveAsync(Original);
        Assert.Equal(2, (await ProposeAsync(Original, SomePartner.Entry() with { Authority = "Another name" }, replaces: 1)).Number);
        Assert.Equal(1, (await ProposeAsync(Copy, SomePartner.Entry() with { SigningKeys = [SomePartner.Signing(1)], EncryptionKeys = [SomePartner.Encryption(1)] })).Number);
        Assert.Equal(ProposalOutcome.Approved, (await ApproveAsync(Copy)).Outcome);
    }

    [Fact]
    public async Task Where_drills_are_played_one_script_has_the_key_of_every_partner()
    {
        _authority.Space = Space.Drill;
        _authority.Restart();
        foreach (PartnerId partner in (PartnerId[])[Original, Copy])
        {
            await ProposeAsync(partner, SomePartner.Entry());
            Assert.Equal(ProposalOutcome.Approved, (await ApproveAsync(partner)).Outcome);
        }
    }

    public void Dispose() => _authority.Dispose();

    private static PartnerEntry Sharing(string what)
    {
        PartnerEntry entry = SomePartner.Entry();
        return what switch
        {
            "signing" => entry with { EncryptionKeys = [SomePartner.Encryption(1)] },
            "encryption" => entry with { SigningKeys = [SomePartner.Signing(1)] },
            _ => entry with { SigningKeys = [Renamed(SomePartner.Signing())], EncryptionKeys = [SomePartner.Encryption(1)] },
        };
    }

    private static DatedKey Renamed(DatedKey key)
    {
        System.Text.Json.Nodes.JsonObject json = Jwk.Parse(key.Key).ToJson();
        json["kid"] = "another-id";
        return key with { Key = json.ToJsonString() };
    }

    private Task<PartnerProposal> ProposeAsync(PartnerId partner, PartnerEntry entry, int replaces = 0) =>
        _authority.Register.ProposeAsync(First, partner, entry, replaces, CancellationToken.None);

    private Task<PartnerProposal> ApproveAsync(PartnerId partner, int number = 1) => _authority.Register.ApproveAsync(Second, partner, number, CancellationToken.None);

    // What another version of the program wrote, which did not look.
    private async Task RecordAsync(LedgerEvent happened, string actor = "officer:first-admin")
    {
        byte[] ledger = await _authority.Ledgers.ReadAsync(PartnerRegister.LedgerName, 0, CancellationToken.None);
        LedgerTip tip = LedgerReader.ReadAfter(LedgerTip.Empty, PartnerRegister.LedgerName, ledger).Tip;
        (ReadOnlyMemory<byte> bytes, _, _) = tip.Append(PartnerRegister.LedgerName, _authority.Time.Now, [EventCodec.Encode(actor, happened)]);
        Assert.True(await _authority.Ledgers.TryAppendAsync(PartnerRegister.LedgerName, ledger.Length, bytes, CancellationToken.None));
    }

    private static async Task RefusesAsync(Func<Task> call) =>
        Assert.Equal("key-of-another-partner", (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
