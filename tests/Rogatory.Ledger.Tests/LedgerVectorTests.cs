using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger.Tests;

public sealed class LedgerVectorTests
{
    public static TheoryData<string> Names => [.. Vectors.Read("ledgers.json").AsArray().Select(vector => vector!.Text("name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_ledger_is_judged_as_its_vector_says(string name)
    {
        var vector = Vectors.Read("ledgers.json").AsArray().Single(candidate => candidate!.Text("name") == name)!;

        var report = LedgerCheck.Check(new MemoryStream(Encoding.UTF8.GetBytes(vector.Text("text"))));

        if (vector["holds"]!.GetValue<bool>())
        {
            Assert.True(report.Holds, report.Why);
            Assert.Equal(vector.Text("root"), report.Root);
            Assert.Equal(vector.Number("size"), report.Size);
        }
        else
        {
            Assert.Equal((vector.Number("line"), vector.Text("fault")), (report.LineNumber, report.Fault.ToString()));
        }
    }

    [Fact]
    public void Every_fault_but_an_endless_line_has_a_vector()
    {
        var faults = Vectors.Read("ledgers.json").AsArray().Select(vector => (string?)vector!["fault"]).OfType<string>().Distinct();

        Assert.Equal(Enum.GetNames<LedgerFault>().Except([nameof(LedgerFault.TooLong)]).Order(), faults.Order());
    }

    [Fact]
    public async Task The_vectors_are_what_their_script_writes()
    {
        var written = await NodeProcess.RunAsync([], Vectors.PathOf("make.mjs"));

        Assert.True(JsonNode.DeepEquals(Vectors.Read("ledgers.json"), JsonNode.Parse(string.Join('\n', written))));
        Assert.Equal(32, Vectors.Read("ledgers.json").AsArray().Count);
    }
}
