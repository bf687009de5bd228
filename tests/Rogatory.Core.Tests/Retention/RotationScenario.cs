using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A case with sealed items whose key envelopes are to be made anew, and what must be true of it at every end.</summary>
internal sealed class RotationScenario : IDisposable
{
    public static readonly (string Id, byte[] Content)[] Items = [("statement", [1, 2, 3]), ("letter", [4, 5, 6, 7]), ("image", [])];

    private const string Why = "To check the account number against the request.";

    private RotationScenario(TestAuthority authority, CaseId @case) => (Authority, Case) = (authority, @case);

    public TestAuthority Authority { get; }

    public CaseId Case { get; }

    public static async Task<RotationScenario> StartAsync(FaultPlan? faults = null)
    {
        var authority = new TestAuthority(faults);
        return new RotationScenario(authority, await authority.ReceivedAsync(Items));
    }

    public Task<KeyRotation> BeginAsync() => Authority.BeginRotation.RunAsync(TestAuthority.Officer, CancellationToken.None);

    /// <summary>What the timers and the queue do, until nothing is left to do.</summary>
    public async Task RunAsync()
    {
        for (int round = 0; round < 3; round++)
        {
            await Authority.AdvanceRotation.RunAsync(CancellationToken.None);
            await Authority.Sweep.RunAsync(CancellationToken.None);
            await Authority.Runner.RunAsync(Case, CancellationToken.None);
        }
    }

    public async Task<bool> RunAgainAsync()
    {
        await RunAsync();
        return true;
    }

    public async Task<List<KeyEnvelopeFound>> EnvelopesAsync()
    {
        List<KeyEnvelopeFound> found = [];
        await foreach (KeyEnvelopeFound envelope in Authority.Keys.ListAsync(Case, CancellationToken.None))
            found.Add(envelope);
        return found;
    }

    public Task<byte[]> ReadAsync(string item) => ReadAsync(Authority, Case, item);

    public static async Task<byte[]> ReadAsync(TestAuthority authority, CaseId @case, string item)
    {
        using OpenedItem opened = await authority.ConsultItem.RunAsync(
            TestAuthority.Officer, "session", @case, ItemId.Parse(item), Why, Some.Reviewer, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    /// <summary>Each item that is not erased has one envelope, the one that the ledger says, under that version, and opens; an erased one has none.</summary>
    public async Task AssertRotatedAsync(string key)
    {
        await Authority.VerifyAsync(Case);
        CaseState state = await Authority.StateAsync(Case);
        List<KeyEnvelopeFound> found = await EnvelopesAsync();
        Assert.Equal(
            state.Sealed.Values.Where(one => !state.Retention.IsGone(one.Item))
                .Select(one => $"{one.Item}/{one.Attempt}/{state.RotationOf(one.Item)} {key}").Order(StringComparer.Ordinal),
            found.Select(one => $"{one.Path.Item}/{one.Path.Attempt}/{one.Rotation} {one.KeyId}").Order(StringComparer.Ordinal));
        foreach ((string id, byte[] content) in Items.Where(one => !state.Retention.IsGone(ItemId.Parse(one.Id))))
            Assert.Equal(content, await ReadAsync(id));
    }

    public void Dispose() => Authority.Dispose();
}
