using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Tests.Incidents;

public sealed class CasePatrolTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Of_one_case_every_body_is_read_each_time_that_there_is_room_for_and_what_is_left_is_said()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", [1, 2, 3]));
        ItemSealed one = (await _authority.StateAsync(@case)).Find(ItemId.Parse("statement"))!;
        var path = new SealedPath(@case, one.Item, one.Attempt);
        byte[] altered = _authority.Vault.Body(path)!;
        altered[^1] ^= 1;
        _authority.Vault.Tamper(path, altered);
        for (int run = 0; run < 3; run++)
        {
            PatrolReport report = await _authority.Patrol.RunAsync(path.Case, PatrolBounds.OfCall, CancellationToken.None);
            Assert.Equal(new PatrolFault(IncidentCause.BodyAltered, path.Case, path.Item), Assert.Single(report.Faults));
            Assert.Equal((1, 0), (report.Ledgers, report.Unread));
            Assert.InRange(report.Bodies, 2, 100);
        }

        PatrolReport none = await _authority.Patrol.RunAsync(path.Case, new PatrolBounds(0, TimeSpan.FromMinutes(1)), CancellationToken.None);
        Assert.Equal(0, none.Bodies);
        Assert.InRange(none.Unread, 2, 100);
        Assert.Equal("case-not-found", (await Assert.ThrowsAsync<RefusedException>(() => _authority.Patrol.RunAsync(CaseId.OfOurs("none"), PatrolBounds.OfCall, CancellationToken.None))).Slug);
    }

    public void Dispose() => _authority.Dispose();
}
