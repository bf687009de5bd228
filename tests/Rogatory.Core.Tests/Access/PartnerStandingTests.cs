using Rogatory.Core.Access;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Tests.Access;

public sealed class PartnerStandingTests : IDisposable
{
    private static readonly OfficerId First = OfficerId.Parse("first-admin");
    private static readonly PartnerId Partner = TestAuthority.Partner;
    private static readonly string Digest = new('a', 64);

    private readonly TestAuthority _authority = new();

    private PartnerRegister Register => _authority.Register;

    private DateOnly Today => DateOnly.FromDateTime(_authority.Time.Now.UtcDateTime);

    [Fact]
    public async Task How_a_partner_stands_is_a_matter_of_its_entry_and_a_suspension()
    {
        Assert.Equal(PartnerStatus.NotRegistered, await StandsAsync());
        await EnterAsync();
        Assert.Equal(PartnerStatus.Active, await StandsAsync());
        await Register.SuspendAsync(First, Partner, CancellationToken.None);
        Assert.Equal(PartnerStatus.Suspended, await StandsAsync());
    }

    [Fact]
    public async Task An_agreement_is_in_force_from_its_first_day_to_its_last()
    {
        await EnterAsync();
        PartnerAgreement agreement = Agreement();
        await AgreeAsync(agreement);
        PartnerAgreement found = Assert.Single((await FindAsync()).Agreements.Values);
        foreach ((int day, bool isInForce) in new[] { (-1, false), (0, true), (10, true), (11, false) })
            Assert.Equal(isInForce, found.IsInForceOn(Today.AddDays(day)));
    }

    [Fact]
    public async Task An_agreement_ends_before_its_time_by_a_record_of_the_same_id_and_the_same_record_again_is_none()
    {
        await EnterAsync();
        await AgreeAsync(Agreement());
        await AgreeAsync(Agreement());
        await AgreeAsync(Agreement() with { Until = Today });
        await AgreeAsync(Agreement() with { Agreement = AgreementId.Parse("another") });
        Assert.Equal(5, (await Register.ReadAsync(CancellationToken.None)).Commands.Count);
        Assert.Equal([Today.AddDays(10), Today], (await FindAsync()).Agreements.Values.Select(one => one.Until));
    }

    [Theory]
    [InlineData("prosecution", "bank-records identity", true)]
    [InlineData("prosecution", "", true)]
    [InlineData("prevention", "bank-records", false)]
    [InlineData("prosecution prevention", "bank-records", false)]
    [InlineData("", "bank-records", true)]
    [InlineData("prosecution", "bank-records health", false)]
    public void An_agreement_covers_its_purposes_and_data_categories(string purposes, string categories, bool covers)
    {
        (string[] named, string[] all) = (purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries), categories.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(covers, Agreement().Covers(named, all));
        Assert.True((Agreement() with { Purposes = [], Categories = [] }).Covers(named, all));
    }

    public static TheoryData<string, Func<PartnerAgreement, PartnerAgreement>> WrongAgreements() => new()
    {
        { "/instrument", one => one with { Instrument = "" } },
        { "/purposes", one => one with { Purposes = ["curiosity"] } },
        { "/purposes", one => one with { Purposes = ["prosecution", "prosecution"] } },
        { "/categories", one => one with { Categories = ["shoe-size"] } },
        { "/categories", one => one with { Categories = ["identity", "identity"] } },
        { "/until", one => one with { Until = one.From.AddDays(-1) } },
    };

    [Theory]
    [MemberData(nameof(WrongAgreements))]
    public async Task An_agreement_not_of_its_form_is_refused(string pointer, Func<PartnerAgreement, PartnerAgreement> change)
    {
        await EnterAsync();
        RefusedException refused = await RefusesAsync("agreement-malformed", () => AgreeAsync(change(Agreement())));
        Assert.Equal(pointer, Assert.Single((IEnumerable<RequestFault>)refused.Extensions["faults"]).Pointer);
    }

    [Fact]
    public async Task An_undertaking_binds_from_the_day_of_its_signature_to_its_last_and_the_longest_counts()
    {
        await EnterAsync();
        await BindAsync(Undertaking());
        await BindAsync(Undertaking());
        await BindAsync(Undertaking() with { Version = "2026-2", ValidUntil = Today.AddDays(20) });
        RegisteredPartner found = await FindAsync();
        Assert.Equal(2, found.Undertakings.Count);
        Assert.Equal(4, (await Register.ReadAsync(CancellationToken.None)).Commands.Count);
        foreach ((int day, bool isLapsed) in new[] { (-3, true), (0, false), (20, false), (21, true) })
            Assert.Equal(isLapsed, PartnerStanding.Of(found, _authority.Time.Now.AddDays(day)).IsUndertakingLapsed);
        Assert.False(PartnerStanding.Of(found with { Undertakings = found.Undertakings.Clear() }, _authority.Time.Now).IsUndertakingLapsed);
    }

    public static TheoryData<string, Func<PartnerUndertaking, PartnerUndertaking>> WrongUndertakings() => new()
    {
        { "/version", one => one with { Version = "" } },
        { "/version", one => one with { Version = "Version 1" } },
        { "/version", one => one with { Version = ".1" } },
        { "/version", one => one with { Version = new('1', 41) } },
        { "/digest", one => one with { Digest = new('A', 64) } },
        { "/digest", one => one with { Digest = new('a', 63) } },
        { "/signedOn", one => one with { SignedOn = one.SignedOn.AddDays(3) } },
        { "/validUntil", one => one with { ValidUntil = one.SignedOn.AddDays(-1) } },
        { "/validUntil", one => one with { ValidUntil = one.SignedOn.AddYears(5).AddDays(1) } },
    };

    [Theory]
    [MemberData(nameof(WrongUndertakings))]
    public async Task An_undertaking_that_could_not_have_been_signed_so_is_refused(string pointer, Func<PartnerUndertaking, PartnerUndertaking> change)
    {
        await EnterAsync();
        RefusedException refused = await RefusesAsync("undertaking-malformed", () => BindAsync(change(Undertaking())));
        Assert.Equal(pointer, Assert.Single((IEnumerable<RequestFault>)refused.Extensions["faults"]).Pointer);
    }

    [Fact]
    public async Task Nothing_is_recorded_of_a_partner_that_is_not_registered()
    {
        await RefusesAsync("partner-not-found", () => AgreeAsync(Agreement()));
        await RefusesAsync("partner-not-found", () => BindAsync(Undertaking()));
    }

    public void Dispose() => _authority.Dispose();

    private static async Task<RefusedException> RefusesAsync(string slug, Func<Task> call)
    {
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(call);
        Assert.Equal(slug, refused.Slug);
        return refused;
    }

    private PartnerAgreement Agreement() =>
        new(AgreementId.Parse("led37-2026"), "LED art. 37(1)(a)", ["prosecution"], ["bank-records", "identity"], Today, Today.AddDays(10));

    private PartnerUndertaking Undertaking() => new("2026-1", Digest, Today.AddDays(-2), Today.AddDays(10));

    private async Task EnterAsync()
    {
        PartnerProposal proposal = await Register.ProposeAsync(First, Partner, SomePartner.Entry(), replaces: 0, CancellationToken.None);
        await Register.ApproveAsync(OfficerId.Parse("second-admin"), Partner, proposal.Number, CancellationToken.None);
    }

    private Task AgreeAsync(PartnerAgreement agreement) => Register.RecordAgreementAsync(First, Partner, agreement, CancellationToken.None);

    private Task BindAsync(PartnerUndertaking undertaking) => Register.RecordUndertakingAsync(First, Partner, undertaking, CancellationToken.None);

    private async Task<RegisteredPartner> FindAsync() => (await Register.FindAsync(Partner, CancellationToken.None))!;

    private async Task<PartnerStatus> StandsAsync() => PartnerStanding.Of(await Register.FindAsync(Partner, CancellationToken.None), _authority.Time.Now).Status;
}
