using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Tests.Sealing;
using Rogatory.Envelope;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A rotation while a partner uploads, while something is disclosed, and while somebody reads.</summary>
public sealed class RotationMeetsOthersTests
{
    private const string Second = "in-memory/2";
    private const string Item = "image";
    private static readonly byte[] Plaintext = [.. Enumerable.Range(0, 5000).Select(number => (byte)(number % 251))];

    [Fact]
    public async Task An_upload_that_was_sealed_to_the_version_before_is_admitted_and_ends_under_the_new_one()
    {
        using var authority = new TestAuthority();
        (CaseId @case, SealedPath path, SealedByPartner sent) = await UploadAsync(authority);
        await authority.BeginRotation.RunAsync(TestAuthority.Officer, default);

        Assert.False(await authority.CompleteUpload.RunAsync(sent.Completes(path), default));
        await RunAsync(authority, @case);

        Assert.Equal(path.Attempt, (await authority.StateAsync(@case)).Find(path.Item)!.Attempt);
        Assert.Equal(Plaintext, await RotationScenario.ReadAsync(authority, @case, Item));
        await foreach (KeyEnvelopeFound found in authority.Keys.ListAsync(@case, default))
            Assert.Equal(Second, found.KeyId);
    }

    [Fact]
    public async Task An_upload_that_was_sealed_to_a_disabled_version_is_refused_for_that_and_taken_once_it_is_wrapped_anew()
    {
        using var authority = new TestAuthority();
        (CaseId @case, SealedPath path, SealedByPartner sent) = await UploadAsync(authority);
        await authority.KeyWrap.MakeAsync(default);
        await authority.KeyWrap.DisableAsync(InMemoryKeyWrap.KeyId, default);

        Assert.Equal("key-version-disabled", (await Assert.ThrowsAsync<RefusedException>(() =>
            authority.CompleteUpload.RunAsync(sent.Completes(path), default))).Slug);

        SealedByPartner anew = await SealedByPartner.SealAsync(@case, Item, Plaintext, authority.KeyWrap);
        authority.Arrivals.Upload(path, anew.Body);
        Assert.False(await authority.CompleteUpload.RunAsync(anew.Completes(path), default));
    }

    [Fact]
    public async Task An_upload_whose_version_is_disabled_before_it_was_verified_is_rejected_for_that_and_no_lie_is_made_of_it()
    {
        using var authority = new TestAuthority();
        (CaseId @case, SealedPath path, SealedByPartner sent) = await UploadAsync(authority);
        await authority.CompleteUpload.RunAsync(sent.Completes(path), default);
        await authority.KeyWrap.MakeAsync(default);
        await authority.KeyWrap.DisableAsync(InMemoryKeyWrap.KeyId, default);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => authority.Runner.RunAsync(@case, default));
        Assert.Null((await authority.StateAsync(@case)).Classification.Find(CaseState.RequestItem));

        Assert.Equal("key-version-disabled", (await authority.StateAsync(@case)).Rejections[Item]);
        await authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task A_disclosure_goes_out_wherever_a_rotation_comes_in()
    {
        int calls = await DiscloseAsync(at: null);
        Assert.True(calls > 20, $"The disclosure made only {calls} calls, so this proves little.");
        for (int at = 1; at <= calls; at++)
            await DiscloseAsync(at);
    }

    private static async Task<int> DiscloseAsync(int? at)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        DisclosureState approved = await scenario.ApprovedAsync();
        KeyRotation rotation = await authority.BeginRotation.RunAsync(TestAuthority.Officer, default);
        int before = authority.Faults.Calls;
        if (at is { } n)
            authority.Faults.AfterCall(before + n, () => authority.RotateKeys.RunAsync(scenario.Case, default));
        await scenario.RunAsync();
        FetchedDisclosure fetched = await scenario.FetchAsync(approved.Id);
        int calls = authority.Faults.Calls - before;
        authority.Faults.Calm();

        CaseState state = await authority.StateAsync(scenario.Case);
        ItemSealed one = state.Find(DisclosureScenario.Item)!;
        using var partner = new PartnerUnwrap(scenario.Encryption);
        FetchedItem item = Assert.Single(fetched.Items);
        ItemDescription description = await KeyEnvelope.DescribeAsync(
            Grants.ForComparison(scenario.Case, one.Item), item.Envelope, partner, default);
        Assert.Equal(SHA256.HashData(DisclosureScenario.Content), description.Sha256);

        await RunAsync(authority, scenario.Case);
        state = await authority.StateAsync(scenario.Case);
        await foreach (KeyEnvelopeFound found in authority.Keys.ListAsync(scenario.Case, default))
            Assert.Equal(state.Find(found.Path.Item)?.Attempt == found.Path.Attempt, found.KeyId == rotation.Key);
        Assert.NotNull((await authority.KeyRegister.GetAsync(default)).Newest!.FinishedAt);
        await authority.VerifyAsync(scenario.Case);
        return calls;
    }

    [Fact]
    public async Task Whoever_reads_knows_the_case_from_before_the_rotation_and_reads_all_the_same()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.ReadAsync("statement");
        int before = authority.Faults.Calls;
        await scenario.ReadAsync("statement");
        int calls = authority.Faults.Calls - before;
        for (int at = 1; at <= calls; at++)
        {
            await scenario.BeginAsync();
            authority.Faults.AfterCall(authority.Faults.Calls + at, () => authority.RotateKeys.RunAsync(scenario.Case, default));
            Assert.Equal(RotationScenario.Items[0].Content, await scenario.ReadAsync("statement"));
            authority.Faults.Calm();
            await scenario.RunAsync();
        }

        Assert.Equal(calls, (await authority.KeyRegister.GetAsync(default)).Rotations.Count);
    }

    private static async Task<(CaseId Case, SealedPath Path, SealedByPartner Sent)> UploadAsync(TestAuthority authority)
    {
        CaseId @case = await authority.OpenAsync((Item, Plaintext), ("letter", [1, 2]));
        SealedByPartner sent = await SealedByPartner.SealAsync(@case, Item, Plaintext, authority.KeyWrap);
        UploadGrant grant = await authority.GrantUpload.RunAsync(TestAuthority.Partner, @case, ItemId.Parse(Item), attempt: null, default);
        var path = new SealedPath(@case, ItemId.Parse(Item), grant.Attempt);
        authority.Arrivals.Upload(path, sent.Body);
        return (@case, path, sent);
    }

    private static async Task RunAsync(TestAuthority authority, CaseId @case)
    {
        for (int round = 0; round < 3; round++)
        {
            await authority.Runner.RunAsync(@case, default);
            await authority.AdvanceRotation.RunAsync(default);
        }
    }

    private sealed class PartnerUnwrap(RSA key) : IKeyWrap, IDisposable
    {
        public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
            ValueTask.FromResult(key.Decrypt(wrappedKey.Span, RSAEncryptionPadding.OaepSHA256));

        public void Dispose()
        {
        }
    }
}
