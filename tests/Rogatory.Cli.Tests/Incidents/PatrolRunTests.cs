using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Incidents;

public sealed class PatrolRunTests
{
    [Theory]
    [InlineData(0, """{"ledgers":1,"bodies":2,"unread":5,"copies":1,"bytes":1048576,"faults":[]}""", "1 ledger checked, 2 sealed bodies read and 5 of the same cases not, 1 copy for a partner looked at, in all 1048576 bytes: all that was looked at is as the ledgers say. What was found before is shown by: rogatory incident list")]
    [InlineData(1, """{"ledgers":3,"bodies":1,"unread":0,"copies":0,"bytes":1,"faults":[{"cause":"body-altered","case":"7K3Q-F2M9-X4TD","item":"letter"}]}""", "3 ledgers checked, 1 sealed body read and 0 of the same cases not, 0 copies for partners looked at, in all 1 byte: 1 fault, each open as an incident.\n  body-altered: 7K3Q-F2M9-X4TD letter")]
    public async Task What_a_patrol_looked_at_is_counted_in_words(int status, string report, string says)
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(200, report));
        var ran = await Ran.Of("patrol", "--token", "t", "--authority-url", authority.Url);
        Assert.Equal((status, says), (ran.Status, ran.Output.TrimEnd()));
    }
}
