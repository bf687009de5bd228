using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rogatory.Api.Authentication;
using Rogatory.Api.Intake;
using Rogatory.Api.Tests.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Api.Tests.Intake;

public sealed class ReceiveRequestTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Request = File.ReadAllBytes(Samples.Path("requests", "uncac-bank-records.json"));

    private readonly TestPartner _partner = new();
    private readonly CollectedLog _log = new();
    private readonly ServiceProvider _services;

    public ReceiveRequestTests()
    {
        var time = new MovableTime(Now);
        _services = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).AddRogatory()
            .AddSingleton<TimeProvider>(time).AddSingleton<IPartnerDirectory>(_partner).AddSingleton(new PublicOrigin(TestPartner.Origin))
            .AddSingleton<ILedgerStore>(new InMemoryLedgerStore()).AddSingleton<IProjectionStore>(new InMemoryProjectionStore())
            .AddSingleton<ICaseQueue>(new InMemoryCaseQueue()).AddSingleton<IVault>(new InMemoryVault())
            .AddSingleton<IKeyEnvelopeStore>(new InMemoryKeyEnvelopeStore(time)).AddSingleton<IKeyWrap>(new InMemoryKeyWrap())
            .AddSingleton(Space.Real).AddSingleton(EnrolledOfficers.Founders).AddSingleton<INonceMemory>(new InMemoryNonceMemory())
            .AddSingleton(new OfficerTokenSettings("https://issuer.example", "rogatory")).AddSingleton(PolicySet.Load()).AddSingleton(new ApiLimits(RequestLimits.MostBytes, RequestLimits.MostItems, 1))
            .BuildServiceProvider();
    }

    public void Dispose()
    {
        _services.Dispose();
        _partner.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_signed_message_opens_a_case_and_the_same_again_finds_it()
    {
        RequestReply first = await HandleAsync(Message());
        Assert.Equal((201, "application/json", "replies-fr-pnf"), (first.Status, first.ContentType, first.Queue));
        RequestReply again = await HandleAsync(Message());
        Assert.Equal(200, again.Status);
        Assert.Equal(first.Body, again.Body);
        Assert.True(CaseId.TryParse(JsonDocument.Parse(first.Body).RootElement.GetProperty("case").GetString(), out _));
    }

    [Fact]
    public async Task A_refusal_is_answered_with_the_same_problem_details_as_over_HTTP()
    {
        byte[] malformed = "{}"u8.ToArray();
        RequestReply reply = await HandleAsync(Message() with { Body = malformed, Signature = _partner.SignMessage(malformed, Now) });
        Assert.Equal((400, "application/problem+json", "replies-fr-pnf"), (reply.Status, reply.ContentType, reply.Queue));
        Assert.Equal("urn:rogatory:problem:request-malformed", Type(reply));
        Assert.NotEmpty(JsonNode.Parse(reply.Body)!["faults"]!.AsArray());
    }

    [Fact]
    public async Task An_unsigned_message_is_refused()
    {
        Assert.Equal("urn:rogatory:problem:signature-missing", Type(await HandleAsync(Message() with { Signature = null })));
        Assert.Equal("urn:rogatory:problem:signature-missing", Type(await HandleAsync(Message() with { Partner = null })));
    }

    [Fact]
    public async Task A_wrong_signature_an_unknown_partner_and_a_suspended_one_are_refused_alike()
    {
        RequestReply wrong = await HandleAsync(Message() with { Signature = _partner.SignMessage("{}"u8.ToArray(), Now) });
        Assert.Equal("urn:rogatory:problem:signature-invalid", Type(wrong));
        Assert.Equal(wrong.Body, (await HandleAsync(Message() with { Partner = "de-bfj" })).Body);
        Assert.Equal(wrong.Body, (await HandleAsync(Message() with { Partner = "No Such" })).Body);
        _partner.Registered = _partner.Registered with { IsSuspended = true };
        Assert.Equal(wrong.Body, (await HandleAsync(Message())).Body);
        Assert.Contains("not-verified", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused() =>
        Assert.Equal("urn:rogatory:problem:too-large", Type(await HandleAsync(Message() with { Body = new byte[RequestLimits.MostBytes + 1] })));

    [Theory]
    [InlineData(null)]
    [InlineData("cases")]
    [InlineData("replies-de-bfj")]
    public async Task An_answer_goes_to_no_queue_but_the_partners_own(string? replyTo) =>
        Assert.Null((await HandleAsync(Message() with { ReplyTo = replyTo })).Queue);

    [Fact]
    public async Task Nobody_gets_an_answer_to_what_it_did_not_sign()
    {
        Assert.Null((await HandleAsync(Message() with { Signature = null })).Queue);
        Assert.Null((await HandleAsync(Message() with { Signature = _partner.SignMessage("{}"u8.ToArray(), Now) })).Queue);
        Assert.Null((await HandleAsync(Message() with { Taken = Now.AddHours(1) })).Queue);
        Assert.Null((await HandleAsync(Message() with { Body = new byte[RequestLimits.MostBytes + 1] })).Queue);
    }

    [Fact]
    public async Task A_store_that_is_away_is_no_answer_so_that_the_message_comes_again()
    {
        _partner.IsUnreachable = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => HandleAsync(Message()));
    }

    private RequestMessage Message() => new(Request, "fr-pnf", _partner.SignMessage(Request, Now), Now, "replies-fr-pnf");

    private Task<RequestReply> HandleAsync(RequestMessage message) =>
        _services.GetRequiredService<ReceiveRequest>().HandleAsync(message, CancellationToken.None);

    private static string? Type(RequestReply reply) => (string?)JsonNode.Parse(reply.Body)!["type"];
}
