using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Access;

public sealed class PartnerRegisterTests : IDisposable
{
    private static readonly OfficerId First = OfficerId.Parse("first-admin");
    private static readonly OfficerId Second = OfficerId.Parse("second-admin");
    private static readonly PartnerId Partner = TestAuthority.Partner;

    private readonly TestAuthority _authority = new();
    private readonly PartnerEntry _entry = SomePartner.Entry();

    private PartnerRegister Register => _authority.Register;

    private DateTimeOffset Now => _authority.Time.Now;

    [Fact]
    public async Task An_approved_partners_key_is_found_by_its_id()
    {
        await EnterAsync(_entry);
        PartnerKey? key = await FindKeyAsync(_entry.SigningKeys[0]);
        Assert.Equal((_entry.SigningKeys[0].ValidFrom, _entry.SigningKeys[0].ValidUntil), (key!.ValidFrom, key.ValidUntil!.Value));
        Assert.Null(await Register.FindKeyAsync(Partner, "another", CancellationToken.None));
        Assert.Null(await Register.FindKeyAsync(PartnerId.Parse("de-bka"), SomePartner.IdOf(_entry.SigningKeys[0]), CancellationToken.None));
    }

    [Fact]
    public async Task What_one_admin_proposes_counts_for_nothing_until_another_approves()
    {
        PartnerProposal proposal = await ProposeAsync(_entry);
        Assert.Equal((1, ProposalOutcome.Open, "officer:first-admin"), (proposal.Number, proposal.Outcome, proposal.ProposedBy));
        Assert.Null(await Register.FindAsync(Partner, CancellationToken.None));
        Assert.Null(await FindKeyAsync(_entry.SigningKeys[0]));

        PartnerProposal approved = await Register.ApproveAsync(Second, Partner, 1, CancellationToken.None);
        Assert.Equal((ProposalOutcome.Approved, "officer:second-admin"), (approved.Outcome, approved.DecidedBy));
        Assert.Equal((_entry, 1), (await FindAsync() is { } found ? (found.Entry, found.Change) : default));
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed()
    {
        await ProposeAsync(_entry);
        await RefusesAsync("own-proposal", () => Register.ApproveAsync(First, Partner, 1, CancellationToken.None));
        Assert.Null(await Register.FindAsync(Partner, CancellationToken.None));
    }

    [Fact]
    public async Task A_proposal_that_is_not_there_is_neither_approved_nor_rejected()
    {
        await RefusesAsync("proposal-not-found", () => Register.ApproveAsync(Second, Partner, 1, CancellationToken.None));
        await ProposeAsync(_entry);
        await RefusesAsync("proposal-not-found", () => Register.RejectAsync(Second, Partner, 2, CancellationToken.None));
        await RefusesAsync("proposal-not-found", () => Register.ApproveAsync(Second, PartnerId.Parse("de-bka"), 1, CancellationToken.None));
        await RefusesAsync("proposal-not-found", () => Register.ApproveAsync(Second, Partner, 0, CancellationToken.None));
    }

    [Fact]
    public async Task A_proposal_is_decided_on_once_and_the_same_decision_again_is_found_done()
    {
        await EnterAsync(_entry);
        long size = await SizeAsync();
        await Register.ApproveAsync(Second, Partner, 1, CancellationToken.None);
        await Register.ApproveAsync(OfficerId.Parse("third-admin"), Partner, 1, CancellationToken.None);
        Assert.Equal(size, await SizeAsync());
        await RefusesAsync("proposal-decided", () => Register.RejectAsync(Second, Partner, 1, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_rejected_is_not_approved_and_who_proposed_it_may_take_it_back()
    {
        await ProposeAsync(_entry);
        Assert.Equal(ProposalOutcome.Rejected, (await Register.RejectAsync(First, Partner, 1, CancellationToken.None)).Outcome);
        await RefusesAsync("proposal-decided", () => Register.ApproveAsync(Second, Partner, 1, CancellationToken.None));
        Assert.Null(await Register.FindAsync(Partner, CancellationToken.None));
    }

    [Fact]
    public async Task A_second_proposal_takes_the_place_of_one_that_is_open_so_nobody_approves_what_they_did_not_see()
    {
        await ProposeAsync(_entry);
        Assert.Equal(1, (await ProposeAsync(_entry)).Number);
        Assert.Equal(2, (await ProposeAsync(_entry with { SigningKeys = [SomePartner.Signing(1)] }, by: Second)).Number);
        await RefusesAsync("proposal-decided", () => Register.ApproveAsync(Second, Partner, 1, CancellationToken.None));
        await Register.ApproveAsync(First, Partner, 2, CancellationToken.None);
        Assert.Equal(SomePartner.Signing(1), (await FindAsync())!.Entry.SigningKeys[0]);
    }

    [Fact]
    public async Task A_proposal_that_would_replace_another_entry_than_its_proposer_saw_is_refused()
    {
        await EnterAsync(_entry);
        await EnterAsync(_entry with { Authority = "Parquet général" }, replaces: 1);
        foreach (int seen in (int[])[0, 1, 3])
            await RefusesAsync("partner-changed", () => ProposeAsync(_entry, replaces: seen));
        await ProposeAsync(_entry, replaces: 2);
    }

    [Fact]
    public async Task Two_signing_keys_overlap_and_one_that_is_left_out_counts_no_more()
    {
        await EnterAsync(_entry);
        DatedKey old = SomePartner.Signing(until: Now.AddDays(30)), next = SomePartner.Signing(1, from: Now.AddDays(1));
        await EnterAsync(_entry with { SigningKeys = [old, next] }, replaces: 1);
        Assert.True((await FindKeyAsync(old))!.MaySignAt(Now));
        Assert.False((await FindKeyAsync(next))!.MaySignAt(Now));
        Assert.True((await FindKeyAsync(old))!.MaySignAt(Now.AddDays(2)));
        Assert.True((await FindKeyAsync(next))!.MaySignAt(Now.AddDays(2)));
        Assert.False((await FindKeyAsync(old))!.MaySignAt(Now.AddDays(30)));

        await EnterAsync(_entry with { SigningKeys = [next] }, replaces: 2);
        Assert.Null(await FindKeyAsync(old));
    }

    [Fact]
    public async Task The_newest_valid_encryption_key_is_sealed_to_and_an_older_one_is_found_while_it_is_valid()
    {
        DatedKey old = SomePartner.Encryption(until: Now.AddDays(30)), next = SomePartner.Encryption(1, from: Now.AddDays(1)), beside = SomePartner.Encryption(2, from: Now.AddDays(1));
        await EnterAsync(_entry with { EncryptionKeys = [next, old, beside] });
        RegisteredPartner found = (await FindAsync())!;
        Assert.Equal(SomePartner.IdOf(old), found.SealingKeyAt(Now)!.KeyId);
        Assert.Equal(SomePartner.IdOf(beside), found.SealingKeyAt(Now.AddDays(1))!.KeyId);
        Assert.NotNull(found.FindEncryptionKey(SomePartner.IdOf(old), Now.AddDays(29)));
        Assert.Null(found.FindEncryptionKey(SomePartner.IdOf(old), Now.AddDays(30)));
        Assert.Null(found.SealingKeyAt(Some.Time.AddYears(3)));
        Assert.Equal((true, false), (found.HasValidKeysAt(Now), found.HasValidKeysAt(Some.Time.AddYears(3))));
    }

    [Fact]
    public async Task A_key_with_the_id_of_another_that_counted_before_is_refused()
    {
        DatedKey named = SomePartner.Signing() with { Key = SomePartner.NewSigningKey("key-1") };
        await EnterAsync(_entry with { SigningKeys = [named] });
        await EnterAsync(_entry with { SigningKeys = [SomePartner.Signing(1)] }, replaces: 1);
        await RefusesAsync("partner-malformed", () => ProposeAsync(_entry with { SigningKeys = [named with { Key = SomePartner.NewSigningKey("key-1") }] }, replaces: 2));
        await ProposeAsync(_entry with { SigningKeys = [named with { ValidUntil = named.ValidUntil.AddDays(1) }] }, replaces: 2);
    }

    [Fact]
    public async Task A_suspension_is_one_admins_and_takes_two_to_end()
    {
        await EnterAsync(_entry);
        await Register.SuspendAsync(First, Partner, CancellationToken.None);
        Assert.False((await FindKeyAsync(_entry.SigningKeys[0]))!.MaySignAt(Now));
        await EnterAsync(_entry with { SigningKeys = [SomePartner.Signing(1)] }, replaces: 1);
        Assert.False((await FindKeyAsync(SomePartner.Signing(1)))!.MaySignAt(Now));

        Assert.Equal(3, (await Register.ProposeReinstatementAsync(First, Partner, CancellationToken.None)).Number);
        await RefusesAsync("own-proposal", () => Register.ApproveAsync(First, Partner, 3, CancellationToken.None));
        Assert.False((await FindKeyAsync(SomePartner.Signing(1)))!.MaySignAt(Now));
        await Register.ApproveAsync(Second, Partner, 3, CancellationToken.None);
        Assert.True((await FindKeyAsync(SomePartner.Signing(1)))!.MaySignAt(Now));
        Assert.Equal(2, (await FindAsync())!.Change);
    }

    [Fact]
    public async Task A_partner_that_is_suspended_again_is_not_reinstated_by_what_was_proposed_before()
    {
        await EnterAsync(_entry);
        await Register.SuspendAsync(First, Partner, CancellationToken.None);
        await Register.SuspendAsync(First, Partner, CancellationToken.None);
        await Register.ProposeReinstatementAsync(First, Partner, CancellationToken.None);
        await Register.SuspendAsync(Second, Partner, CancellationToken.None);
        await RefusesAsync("proposal-decided", () => Register.ApproveAsync(Second, Partner, 2, CancellationToken.None));
        Assert.True((await FindAsync())!.IsSuspended);
        Assert.Equal(5, await SizeAsync());
    }

    [Fact]
    public async Task A_clock_that_is_put_back_makes_nothing_fresh()
    {
        await EnterAsync(_entry);
        await FindAsync();
        await new PartnerRegister(_authority.Ledgers, Space.Real, _authority.Time).SuspendAsync(First, Partner, CancellationToken.None);
        _authority.Time.Advance(TimeSpan.FromMinutes(-10));
        Assert.True((await FindAsync())!.IsSuspended);
    }

    [Fact]
    public async Task Only_a_partner_that_is_suspended_is_reinstated()
    {
        await RefusesAsync("partner-not-found", () => Register.ProposeReinstatementAsync(First, Partner, CancellationToken.None));
        await EnterAsync(_entry);
        await RefusesAsync("partner-not-suspended", () => Register.ProposeReinstatementAsync(First, Partner, CancellationToken.None));
    }

    [Fact]
    public async Task Suspending_a_partner_that_is_not_registered_is_refused()
    {
        await ProposeAsync(_entry);
        await RefusesAsync("partner-not-found", () => Register.SuspendAsync(First, Partner, CancellationToken.None));
    }

    [Fact]
    public async Task A_suspension_made_elsewhere_takes_effect_within_seconds()
    {
        await EnterAsync(_entry);
        Assert.True((await FindKeyAsync(_entry.SigningKeys[0]))!.MaySignAt(Now));
        var elsewhere = new PartnerRegister(_authority.Ledgers, Space.Real, _authority.Time);
        await elsewhere.SuspendAsync(First, Partner, CancellationToken.None);
        _authority.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.False((await FindKeyAsync(_entry.SigningKeys[0]))!.MaySignAt(Now));
    }

    [Fact]
    public async Task Two_admins_who_decide_at_once_do_not_both_take_effect()
    {
        await ProposeAsync(_entry);
        var elsewhere = new PartnerRegister(_authority.Ledgers, Space.Real, _authority.Time);
        await elsewhere.RejectAsync(Second, Partner, 1, CancellationToken.None);
        await RefusesAsync("proposal-decided", () => Register.ApproveAsync(Second, Partner, 1, CancellationToken.None));
        Assert.Equal(2, await SizeAsync());
    }

    [Fact]
    public async Task Every_change_stands_once_in_a_ledger_that_verifies()
    {
        await EnterAsync(_entry);
        await Register.SuspendAsync(First, Partner, CancellationToken.None);
        await Register.SuspendAsync(Second, Partner, CancellationToken.None);
        Assert.Equal(3, await SizeAsync());
        PartnerRegisterState again = await new PartnerRegister(_authority.Ledgers, Space.Real, _authority.Time).ReadAsync(CancellationToken.None);
        Assert.Equal((_entry, true), (again.Find(Partner)!.Entry, again.Find(Partner)!.IsSuspended));
    }

    [Fact]
    public async Task A_ledger_in_which_one_admin_did_both_is_broken()
    {
        CommandId command = Some.Command();
        PartnerProposed Proposed(int number) => new() { Command = command, Partner = Partner, Number = number, Entry = _entry };
        foreach (LedgerEvent[] events in (LedgerEvent[][])
            [
                [Proposed(1), new PartnerApproved { Command = command, Partner = Partner, Number = 1 }],
                [Proposed(2)],
                [new PartnerSuspended { Command = Some.Command(), Partner = Partner }],
                [new PartnerProposed { Command = Some.Command(), Partner = Partner, Number = 1, Entry = null }],
            ])
        {
            (ReadOnlyMemory<byte> bytes, _, _) = LedgerTip.Empty.Append(PartnerRegister.LedgerName, Now, [.. events.Select(one => EventCodec.Encode("officer:first-admin", one))]);
            using var authority = new TestAuthority();
            Assert.True(await authority.Ledgers.TryAppendAsync(PartnerRegister.LedgerName, 0, bytes, CancellationToken.None));
            await Assert.ThrowsAsync<LedgerBrokenException>(() => authority.Register.ReadAsync(CancellationToken.None));
        }
    }

    public static TheoryData<string, string, Func<PartnerEntry, PartnerEntry>> Wrong() => new()
    {
        { "no name", "/authority", entry => entry with { Authority = " " } },
        { "control character", "/authority", entry => entry with { Authority = "a\nb" } },
        { "no signing key", "/signingKeys", entry => entry with { SigningKeys = [] } },
        { "no encryption key", "/encryptionKeys", entry => entry with { EncryptionKeys = [] } },
        { "nine keys", "/signingKeys", entry => entry with { SigningKeys = [.. Enumerable.Repeat(entry.SigningKeys[0], 9)] } },
        { "a key twice", "/signingKeys/1/key", entry => entry with { SigningKeys = [entry.SigningKeys[0], entry.SigningKeys[0]] } },
        { "ends before it begins", "/signingKeys/0/validUntil", entry => entry with { SigningKeys = [SomePartner.Signing(until: Some.Time)] } },
        { "over five years", "/encryptionKeys/1/validUntil", entry => entry with { EncryptionKeys = [SomePartner.Encryption(), SomePartner.Encryption(1, until: Some.Time.AddYears(6))] } },
        { "signing key of another kind", "/signingKeys/0/key", entry => entry with { SigningKeys = entry.EncryptionKeys } },
        { "encryption key of another kind", "/encryptionKeys/0/key", entry => entry with { EncryptionKeys = entry.SigningKeys } },
        { "not a key", "/signingKeys/0/key", entry => entry with { SigningKeys = [SomePartner.Signing() with { Key = "{}" }] } },
        { "private key", "/signingKeys/0/key", entry => entry with { SigningKeys = [SomePartner.Signing() with { Key = SomePartner.NewPrivateKey() }] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_entry_that_could_not_be_used_is_refused(string what, string pointer, Func<PartnerEntry, PartnerEntry> change)
    {
        Assert.NotEmpty(what);
        RefusedException refused = await RefusesAsync("partner-malformed", () => ProposeAsync(change(_entry)));
        Assert.Equal(pointer, Assert.Single((IEnumerable<RequestFault>)refused.Extensions["faults"]).Pointer);
        Assert.Equal(0, await SizeAsync());
    }

    public void Dispose() => _authority.Dispose();

    private static async Task<RefusedException> RefusesAsync(string slug, Func<Task> call)
    {
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(call);
        Assert.Equal(slug, refused.Slug);
        return refused;
    }

    private Task<PartnerProposal> ProposeAsync(PartnerEntry entry, int replaces = 0, OfficerId? by = null) =>
        Register.ProposeAsync(by ?? First, Partner, entry, replaces, CancellationToken.None);

    private async Task EnterAsync(PartnerEntry entry, int replaces = 0)
    {
        PartnerProposal proposal = await ProposeAsync(entry, replaces);
        await Register.ApproveAsync(Second, Partner, proposal.Number, CancellationToken.None);
    }

    private Task<RegisteredPartner?> FindAsync() => Register.FindAsync(Partner, CancellationToken.None);

    private Task<PartnerKey?> FindKeyAsync(DatedKey key) => Register.FindKeyAsync(Partner, SomePartner.IdOf(key), CancellationToken.None);

    private async Task<long> SizeAsync()
    {
        byte[] ledger = await _authority.Ledgers.ReadAsync(PartnerRegister.LedgerName, 0, CancellationToken.None);
        if (ledger.Length == 0)
            return 0;
        LedgerReport report = LedgerCheck.Check(new MemoryStream(ledger));
        Assert.True(report.Holds, report.Why);
        return report.Size;
    }
}
