using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>The command over the vectors that others check their verifiers with.</summary>
public sealed class ExtractVerifyTests : IDisposable
{
    private static readonly IReadOnlyList<JsonObject> Vectors = ProofVectors.All;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_proof_holds_or_fails_as_the_vectors_say()
    {
        Assert.NotEmpty(Vectors);
        foreach (var vector in Vectors)
        {
            var (expected, ran) = ((string)vector["expect"]!, await VerifyAsync(vector, "--json"));
            var found = ran.Status == 0 ? "holds" : (string)ran.Failure["slug"]!;
            Assert.True(found == (expected == "holds" ? expected : $"proof-{expected}"), $"{vector["name"]}: {found}");
            Assert.Equal(expected == "holds" ? (int)ExitCode.Holds : (int)ExitCode.Breaks, ran.Status);
            Assert.Equal(expected == "holds", ran.Output.Length > 0);
        }
    }

    [Fact]
    public async Task An_extract_that_stands_in_the_original_says_where()
    {
        var json = await VerifyAsync(Named("as made"), "--count", "20", "--json");
        var text = await VerifyAsync(Named("as made"));

        Assert.Equal("""{"holds":true,"case":"7K3Q-F2M9-X4TD","item":"statement","kind":"rows","count":20,"kept":[[2,3],[9,1],[17,3]],"changed":[]}""", json.Json.ToJsonString());
        Assert.Equal(
            "7 of the 20 rows of item statement in case 7K3Q-F2M9-X4TD stand in the extract, word for word and in their order: number 3 to 5, 10, 18 to 20 (counted from the first line of the file, with the names of the columns if it has them).",
            text.Output.Trim());
    }

    [Fact]
    public async Task Blocks_that_were_changed_are_named_for_nothing_proves_them()
    {
        var json = await VerifyAsync(Named("blocks changed at both ends"), "--json");
        var text = await VerifyAsync(Named("blocks changed at both ends"));

        Assert.Equal("[[0,1],[5,1]]", json.Json["changed"]!.ToJsonString());
        Assert.EndsWith("The extract's rows 1, 6 were changed: nothing proves what stands there.", text.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_other_than_the_statements_does_not_hold()
    {
        var ran = await VerifyAsync(Named("as made"), "--count", "21", "--json");

        Assert.Equal((int)ExitCode.Breaks, ran.Status);
        Assert.Equal("proof-root", (string?)ran.Failure["slug"]);
    }

    [Fact]
    public async Task A_root_that_is_none_and_a_file_that_is_not_there_are_usage_errors()
    {
        var vector = Named("as made").DeepClone().AsObject();
        vector["root"] = "none";
        Assert.Equal((int)ExitCode.Usage, (await VerifyAsync(vector)).Status);
        var ran = await Ran.Of("extract", "verify", folder["proof.json"], folder["there-is-no-such-file"], "--root", new string('0', 64));
        Assert.Equal((int)ExitCode.Usage, ran.Status);
    }

    private static JsonObject Named(string name) => ProofVectors.Named(name);

    private Task<Ran> VerifyAsync(JsonObject vector, params string[] options) => Ran.Of(
    [
        "extract", "verify", folder.Write("proof.json", Encoding.UTF8.GetBytes((string)vector["proof"]!)), "--root", (string)vector["root"]!,
        folder.Write("extract.csv", Convert.FromHexString((string)vector["extract"]!)), .. options,
    ]);
}
