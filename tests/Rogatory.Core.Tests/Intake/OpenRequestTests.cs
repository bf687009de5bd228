using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Intake;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Intake;

public sealed class OpenRequestTests : IDisposable
{
    private static readonly byte[] Statement = [1, 2, 3];

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task A_request_opens_a_case_and_is_sealed_as_its_first_item()
    {
        OpenedRequest opened = await OpenAsync(TestAuthority.Request(("statement", Statement)));

        Assert.True(opened.Created);
        Assert.Equal(CasePhase.AwaitingItems, opened.State.Phase);
        Assert.NotNull(opened.State.Find(CaseState.RequestItem));
        Assert.Equal(CaseId.Of(TestAuthority.Partner, "PNF-2026-0411"), opened.State.Case);
        await _authority.VerifyAsync(opened.State.Case);
    }

    [Fact]
    public async Task The_same_bytes_again_find_the_same_case_and_add_nothing()
    {
        byte[] request = TestAuthority.Request(("statement", Statement));
        CaseId first = (await OpenAsync(request)).State.Case;
        LedgerReport before = await _authority.VerifyAsync(first);

        OpenedRequest again = await OpenAsync(request);

        Assert.False(again.Created);
        Assert.Equal(first, again.State.Case);
        Assert.Equal(before.Size, (await _authority.VerifyAsync(first)).Size);
    }

    [Fact]
    public async Task The_same_reference_with_another_content_is_refused()
    {
        await OpenAsync(TestAuthority.Request(("statement", Statement)));
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(TestAuthority.Request(("letter", Statement))));
        Assert.Equal("reference-already-used", refused.Slug);
    }

    [Fact]
    public async Task A_request_without_items_goes_straight_to_its_receipt()
    {
        CaseId @case = (await OpenAsync(TestAuthority.Request())).State.Case;
        await _authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Equal(CasePhase.AwaitingDecision, (await _authority.StateAsync(@case)).Phase);
    }

    [Fact]
    public async Task An_incomplete_request_is_opened_and_the_answer_says_what_is_missing()
    {
        OpenedRequest opened = await OpenAsync(File.ReadAllBytes(TestKit.Samples.Path("requests", "uncac-incomplete.json")));
        Assert.True(opened.Created);
        Assert.NotEmpty(opened.State.Request.Missing);
        Assert.All(opened.State.Request.Missing, missing => Assert.NotEmpty(missing.Citation));
    }

    [Fact]
    public async Task Nothing_a_partner_wrote_stands_in_the_ledger_or_among_the_key_envelopes()
    {
        CaseId @case = (await OpenAsync(TestAuthority.Request(("statement", Statement)))).State.Case;
        string ledger = await _authority.LedgerTextAsync(@case.ToString());
        Assert.DoesNotContain("PNF-2026-0411", ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("statement.csv", ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_that_took_longer_than_its_key_envelope_is_kept_for_opens_nothing_and_can_be_tried_again()
    {
        byte[] request = TestAuthority.Request(("statement", [1]));
        _authority.Faults.After("keys", () =>
        {
            _authority.Time.Advance(CaseDecider.LongestOpening + TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => _authority.OpenRequest.RunAsync(TestAuthority.Partner, request, CancellationToken.None));

        Assert.True((await _authority.OpenRequest.RunAsync(TestAuthority.Partner, request, CancellationToken.None)).Created);
    }

    [Fact]
    public async Task Fifty_senders_of_one_request_open_one_case()
    {
        byte[] request = TestAuthority.Request(("statement", Statement));
        OpenedRequest[] opened = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => OpenAsync(request))));
        Assert.Single(opened, one => one.Created);
        CaseId @case = Assert.Single(opened.Select(one => one.State.Case).Distinct());
        Assert.Equal(2, (await _authority.VerifyAsync(@case)).Size);
    }

    public void Dispose() => _authority.Dispose();

    private Task<OpenedRequest> OpenAsync(byte[] request) => _authority.OpenRequest.RunAsync(TestAuthority.Partner, request, CancellationToken.None);
}
