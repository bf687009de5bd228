using System.Text.Json.Nodes;
using Rogatory.Cli.Incidents;

namespace Rogatory.Cli.Tests.Incidents;

public sealed class SignalTextTests
{
    [Fact]
    public void A_signal_says_what_was_counted_and_what_it_was_compared_with()
    {
        JsonObject signal = JsonNode.Parse("""
            {"day":"2026-11-18","actor":"officer:o-jansen","rule":"SIG-VOLUME","message":"Far more acts in a day than usual.","citation":"LED art. 25(2)","measure":"volume","days":1,
             "value":60,"own":{"days":28,"median":7,"mad":1,"threshold":16},"peers":null,"incident":"INC-7K3Q-F2M9-X4TD",
             "entries":[{"ledger":"7K3Q-F2M9-X4TD","seq":1},{"ledger":"7K3Q-F2M9-X4TD","seq":2},{"ledger":"7K3Q-F2M9-X4TD","seq":3},{"ledger":"7K3Q-F2M9-X4TD","seq":4},{"ledger":"7K3Q-F2M9-X4TD","seq":5},{"ledger":"7K3Q-F2M9-X4TD","seq":6}]}
            """)!.AsObject();
        var text = SignalText.Of(signal);
        Assert.StartsWith("2026-11-18  officer:o-jansen  Far more acts in a day than usual. (SIG-VOLUME, LED art. 25(2); INC-7K3Q-F2M9-X4TD)\n", text, StringComparison.Ordinal);
        Assert.Contains("volume: 60; own past over 28 days: median 7, MAD 1, threshold 16\n", text, StringComparison.Ordinal);
        Assert.Contains("7K3Q-F2M9-X4TD line 5 and 1 more", text, StringComparison.Ordinal);
        Assert.DoesNotContain("peers", text, StringComparison.Ordinal);
    }
}
