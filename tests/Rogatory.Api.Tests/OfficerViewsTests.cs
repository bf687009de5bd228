using Microsoft.AspNetCore.Http.HttpResults;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Api.Tests;

public sealed class OfficerViewsTests
{
    [Fact]
    public async Task Founders_are_listed_without_an_entry_and_with_one_and_once()
    {
        var register = new OfficerRegister(new InMemoryLedgerStore(), TimeProvider.System);
        var founders = FoundingAdmins.Parse("o-one,o-two");
        var authorize = new AuthorizeOfficer(register, founders);
        await authorize.SuspendAsync(OfficerId.Parse("o-one"), OfficerId.Parse("o-two"), CancellationToken.None);
        await authorize.ProposeAsync(OfficerId.Parse("o-one"), OfficerId.Parse("o-jansen"), [OfficerRole.Dpo], "desk", "H1", CancellationToken.None);

        var listed = Assert.IsType<JsonHttpResult<OfficerList>>(await new OfficerViews(register, founders, PolicySet.Load()).ListAsync(CancellationToken.None));
        Assert.Equal(
            [("o-jansen", false, false), ("o-one", true, false), ("o-two", true, true)],
            listed.Value!.Officers.Select(one => (one.Officer, one.Founder, one.Suspended)));
    }
}
