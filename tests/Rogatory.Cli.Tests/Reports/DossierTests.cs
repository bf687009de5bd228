using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rogatory.Cli.Reports;
using Rogatory.Cli.Tests.Http;
using Rogatory.Core.Case;
using Rogatory.Core.Reports;
using Rogatory.Core.Retention;
using Rogatory.Ledger;

namespace Rogatory.Cli.Tests.Reports;

public sealed partial class DossierTests : IAsyncLifetime
{
    private readonly Folder _folder = new();
    private SampleDossier _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleDossier.StartAsync();

    [Fact]
    public async Task The_command_writes_a_page_and_a_file_for_programs_and_says_first_that_they_hold()
    {
        await using var authority = new StubAuthority(AnswerAsync);
        Ran ran = await MakeAsync(authority);
        Assert.Equal(0, ran.Status);
        Assert.StartsWith("All 44 entries of this case hold together, and every one is proven by the signed checkpoint 0.", ran.Output, StringComparison.Ordinal);
        byte[] json = await File.ReadAllBytesAsync(_folder["dossier.json"]);
        string digest = Convert.ToHexStringLower(SHA256.HashData(json));
        string page = await File.ReadAllTextAsync(_folder["dossier.html"]);
        Assert.All([page.Replace("</i><i>", "", StringComparison.Ordinal), ran.Output], text => Assert.Contains(digest, text, StringComparison.Ordinal));
        Assert.Equal(Encoding.UTF8.GetString(_sample.Ledger), string.Concat(JsonNode.Parse(json)!["ledger"]!["lines"]!.AsArray().Select(line => (string)line! + "\n")));
        Assert.True(authority.Calls.FindIndex(call => call.Target.EndsWith("/checkpoint", StringComparison.Ordinal)) < authority.Calls.FindIndex(call => call.Target.EndsWith("/ledger", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_item_digest_hand_reason_and_line_of_the_ledger_stands_in_the_page()
    {
        string page = WebUtility.HtmlDecode(Regex.Replace(Page(_sample.Make()), "</?(i|wbr)>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));
        List<LedgerLine> lines = [];
        LedgerCheck.Check(new MemoryStream(_sample.Ledger), lines.Add);
        Assert.All(Encoding.UTF8.GetString(_sample.Ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(LedgerLine.DigestOf(Encoding.UTF8.GetBytes(line)), page, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains(line.Actor, page, StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.Event == "sealing.item-sealed"), line =>
        {
            Assert.Contains($"Chain of custody of {line.Data["item"]}", page, StringComparison.Ordinal);
            Assert.Contains((string)line.Data["sealedRoot"]!, page, StringComparison.Ordinal);
        });
        Assert.All(lines.Where(line => line.Data["reasons"] is not null), line => Assert.Contains($"words sealed as {line.Data["reasons"]}", page, StringComparison.Ordinal));
        Assert.Contains((string)_sample.Checkpoint["checkpoint"]!, page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_to_a_disclosure_or_a_hold_is_done_to_the_items_in_it()
    {
        IReadOnlyList<CustodyEntry> entries = Custody.Read(_sample.Make());
        Assert.Equal(["statement", "letter"], Assert.Single(entries, entry => entry.Line.Event == "disclosure.disclosure-fetched").Items);
        Assert.Equal(["statement"], Assert.Single(entries, entry => entry.Line.Event == "retention.hold-placed").Items);
        Assert.Empty(Assert.Single(entries, entry => entry.Line.Event == "review.request-accepted").Items);
    }

    [Fact]
    public void Every_event_of_a_case_is_told_in_words()
    {
        string words = File.ReadAllText(TestKit.Samples.InRepository("functions", "Rogatory.Cli", "Reports", "EntryWords.cs"));
        Assert.Empty(CaseEvents.Codec.Types.Values.Select(type => type.Name).Where(name => !Regex.IsMatch(words, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void What_is_said_in_short_to_be_restricted_is_said_there_to_be_so_no_longer()
    {
        var (command, item, reasons) = (CommandId.Derive("sample", "correct"), ItemId.Parse("letter"), ItemId.Parse("request.restriction-00aa"));
        string page = Page(_sample.Make(_sample.Longer(
            new ItemRestricted { Command = command, Item = item, Ground = RestrictionGround.AccuracyContested, Citation = "LED art. 16(3)", Reasons = reasons },
            new ItemUnrestricted { Command = command, Item = item, Informed = null, InformedOn = null, Citation = "LED art. 16(3)", Reasons = reasons })));
        string brief = page[page.IndexOf("id=\"h-short\"", StringComparison.Ordinal)..page.IndexOf("id=\"h-words\"", StringComparison.Ordinal)];
        Assert.Contains("Restricted the item: letter.", brief, StringComparison.Ordinal);
        Assert.Contains("Lifted the restriction of the item: letter.", brief, StringComparison.Ordinal);
        Assert.True(brief.IndexOf("Restricted the item", StringComparison.Ordinal) < brief.IndexOf("Lifted the restriction", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("retention.item-restricted", "retention.item-unrestricted")]
    [InlineData("retention.hold-placed", "retention.hold-lifted")]
    [InlineData("disclosure.disclosure-recalled", "receipt.recall-acknowledged")]
    [InlineData("review.request-postponed", "review.request-accepted")]
    public void Whatever_undoes_or_ends_what_is_told_in_short_is_told_there_too(string begins, string ends)
    {
        Assert.True(CaseEvents.Codec.Types.ContainsKey(begins) && CaseEvents.Codec.Types.ContainsKey(ends));
        Assert.Contains(begins, DossierPage.Milestones);
        Assert.Contains(ends, DossierPage.Milestones);
    }

    [Fact]
    public void Lines_that_are_younger_than_the_checkpoint_are_said_to_be()
    {
        Dossier dossier = _sample.Make(_sample.Longer());
        Assert.Equal(VerdictState.Holds, dossier.Verdict.State);
        Assert.Contains("The first 44 are proven by the signed checkpoint 0; the 1 after them", dossier.Verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_no_checkpoint_covers_yet_is_unproven()
    {
        await using var authority = new StubAuthority(call => call.Target.EndsWith("/checkpoint", StringComparison.Ordinal)
            ? call.RefuseAsync(404, "checkpoint-not-made", "The case is younger.")
            : AnswerAsync(call));
        Ran ran = await MakeAsync(authority);
        Assert.Equal(0, ran.Status);
        Assert.StartsWith("UNPROVEN: ", ran.Output, StringComparison.Ordinal);
        (int status, string last) = await CheckAsync();
        Assert.Equal(2, status);
        Assert.StartsWith("NOT PROVEN YET: ", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_ledger_is_said_first_and_nothing_of_it_is_shown_from_there_on()
    {
        Dossier dossier = _sample.Make(_sample.Changed());
        string page = Page(dossier);
        Assert.StartsWith("BROKEN: the ledger does not hold from line ", dossier.Verdict.Sentence, StringComparison.Ordinal);
        Assert.True(page.IndexOf("BROKEN: ", StringComparison.Ordinal) < page.IndexOf("<h1>", StringComparison.Ordinal));
        Assert.DoesNotContain("Was handed", page, StringComparison.Ordinal);
        Assert.Equal(44, dossier.Texts.Count);
    }

    [Fact]
    public async Task What_does_not_hold_ends_with_status_1_and_both_files_all_the_same()
    {
        await using var authority = new StubAuthority(call => call.Target.EndsWith("/ledger", StringComparison.Ordinal)
            ? call.AnswerAsync(200, Encoding.UTF8.GetString(_sample.Changed()), "application/jsonl")
            : AnswerAsync(call));
        Ran ran = await MakeAsync(authority);
        Assert.Equal((int)ExitCode.Breaks, ran.Status);
        Assert.StartsWith("BROKEN: ", ran.Output, StringComparison.Ordinal);
        Assert.Equal(["dossier.html", "dossier.json"], _folder.Names);
    }

    [Fact]
    public void A_ledger_that_was_cut_or_a_checkpoint_of_another_signer_is_broken()
    {
        byte[] cut = Encoding.UTF8.GetBytes(string.Concat(Encoding.UTF8.GetString(_sample.Ledger).Split('\n')[..40].Select(line => line + "\n")));
        Assert.Contains("lines were cut off", _sample.Make(cut).Verdict.Sentence, StringComparison.Ordinal);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        JsonObject keys = _sample.Authority;
        keys["keys"] = new JsonArray(new Core.Receipt.VerificationKey(Core.Receipt.EcJwk.From(other, "sig-1"), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null).ToJson());
        Assert.StartsWith("BROKEN: The checkpoint does not verify", _sample.Make(authority: keys).Verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(VerdictState.Broken, Dossier.Of("0000-0000-0000", DateTimeOffset.UnixEpoch, _sample.Authority, _sample.Ledger, _sample.Checkpoint, []).Verdict.State);
    }

    [Fact]
    public async Task The_script_that_the_page_prints_checks_the_file_with_nothing_of_ours()
    {
        await WriteAsync(_sample.Make());
        (int status, string last) = await CheckAsync();
        Assert.True(status == 0, last);
        Assert.StartsWith("HOLDS: the first 44 of them stand in checkpoint 0 of ", last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\\"ground\\\":\\\"complete-and-lawful\\\"", "\\\"ground\\\":\\\"complete-and-unlawful\\\"", "does not follow the one above it")]
    [InlineData("\"index\": ", "\"index\": 1", "does not stand in the checkpoint")]
    [InlineData("\"x\": \"", "\"x\": \"A", "")]
    [InlineData("\"checkpoint\": \"eyJ", "\"checkpoint\": \"eyK", "")]
    public async Task The_script_finds_what_was_changed_in_the_file(string text, string other, string why)
    {
        await WriteAsync(_sample.Make());
        string json = await File.ReadAllTextAsync(_folder["dossier.json"]);
        string changed = json.Replace("\\u0022", "\\\"", StringComparison.Ordinal);
        Assert.Contains(text, changed, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_folder["dossier.json"], changed.Replace(text, other, StringComparison.Ordinal));
        (int status, string last) = await CheckAsync();
        Assert.NotEqual(0, status);
        Assert.Contains(why, last, StringComparison.Ordinal);
        Assert.DoesNotContain("HOLDS: the first", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_notices_whichever_member_of_the_file_was_changed_but_those_that_nothing_proves()
    {
        await WriteAsync(_sample.Make());
        JsonNode dossier = JsonNode.Parse(await File.ReadAllTextAsync(_folder["dossier.json"]))!;
        List<string> unnoticed = [];
        foreach (JsonValue leaf in LeavesOf(dossier).Where((one, at) => one.Parent is not JsonArray { Count: > 20 } || at % 9 == 0).ToList())
        {
            string path = leaf.GetPath();
            JsonNode changed = dossier.DeepClone();
            Replace(changed, path, Changed(leaf));
            await File.WriteAllTextAsync(_folder["dossier.json"], changed.ToJsonString());
            if ((await CheckAsync()).Status == 0)
                unnoticed.Add(path);
        }

        Assert.Equal(["$.verdict.state", "$.verdict.sentence", "$.madeAt", "$.authority.name", "$.authority.jurisdiction"], unnoticed);
    }

    [Theory]
    [InlineData("rogatory-checkpoint+jws", 0, "HOLDS: ")]
    [InlineData("rogatory-receipt+jws", 0, "signature is not the authority's")]
    [InlineData("rogatory-drill-checkpoint+jws", 0, "signature is not the authority's")]
    [InlineData("rogatory-checkpoint+jws", -400, "not signed while the key was valid")]
    public async Task A_statement_of_another_kind_or_of_a_time_at_which_the_key_did_not_sign_is_no_checkpoint(string type, int days, string said)
    {
        JsonObject json = _sample.Make().ToJson();
        JsonObject payload = Core.Receipt.Statement.PayloadOf((string)json["checkpoint"]!["checkpoint"]!);
        payload["at"] = Core.Receipt.Statement.FormatTime(DateTimeOffset.Parse((string)payload["at"]!, System.Globalization.CultureInfo.InvariantCulture).AddDays(days));
        json["checkpoint"]!["checkpoint"] = await _sample.SignAsync(type, payload);
        await WriteAsync(_sample.Make());
        await File.WriteAllTextAsync(_folder["dossier.json"], json.ToJsonString());
        Assert.Contains(said, (await CheckAsync()).Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "HOLDS: ")]
    [InlineData(false, "a certificate of erasure is not of these lines")]
    public async Task A_certificate_of_erasure_is_of_the_lines_it_was_signed_after(bool isOfThem, string said)
    {
        JsonObject json = _sample.Make().ToJson();
        var payload = new JsonObject
        {
            ["at"] = "2027-01-04T09:00:00.000Z", ["case"] = SampleDossier.Case,
            ["ledger"] = new JsonObject { ["size"] = 44, ["root"] = isOfThem ? json["ledger"]!["root"]!.DeepClone() : new string('a', 64) },
        };
        json["certificates"] = new JsonArray(await _sample.SignAsync("rogatory-erasure+jws", payload));
        await WriteAsync(_sample.Make());
        await File.WriteAllTextAsync(_folder["dossier.json"], json.ToJsonString());
        Assert.Contains(said, (await CheckAsync()).Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_can_not_have_the_name_of_the_file()
    {
        Ran ran = await Ran.Of("dossier", SampleDossier.Case, "--out", _folder["dossier.json"], "--token", "t", "--json");
        Assert.Equal("usage", (string?)ran.Failure["slug"]);
    }

    public Task DisposeAsync()
    {
        _sample.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private static IEnumerable<JsonValue> LeavesOf(JsonNode? node) => node switch
    {
        JsonValue value => [value],
        JsonArray list => list.SelectMany(LeavesOf),
        JsonObject members => members.Select(one => one.Value).SelectMany(LeavesOf),
        _ => [],
    };

    // One sign in the middle of a text: its end can be what encodes nothing.
    private static JsonNode Changed(JsonValue leaf) => leaf.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number => JsonValue.Create((long)leaf + 1_000_000_000),
        System.Text.Json.JsonValueKind.String when (string)leaf! is var text => JsonValue.Create(text[..(text.Length / 2)] + (text[text.Length / 2] == 'a' ? 'b' : 'a') + text[((text.Length / 2) + 1)..]),
        var other => throw new InvalidOperationException($"{leaf.GetPath()} is {other}"),
    };

    private static void Replace(JsonNode root, string path, JsonNode value)
    {
        JsonValue found = LeavesOf(root).Single(leaf => leaf.GetPath() == path);
        found.ReplaceWith(value);
    }

    private static string Page(Dossier dossier) => DossierPage.Write(dossier, "dossier.json", new string('0', 64));

    private Task<Ran> MakeAsync(StubAuthority authority) => Ran.Of("dossier", SampleDossier.Case, "--out", _folder["dossier.html"], "--token", "t", "--authority-url", authority.Url);

    private Task AnswerAsync(StubAuthority.Call call) => call.Target switch
    {
        "/api/v1/authority" => call.AnswerAsync(200, _sample.Authority.ToJsonString()),
        _ when call.Target.EndsWith("/checkpoint", StringComparison.Ordinal) => call.AnswerAsync(200, _sample.Checkpoint.ToJsonString()),
        _ when call.Target.EndsWith("/ledger", StringComparison.Ordinal) => call.AnswerAsync(200, Encoding.UTF8.GetString(_sample.Ledger), "application/jsonl"),
        _ => call.RefuseAsync(404, "erasure-not-done", "Not yet."),
    };

    private async Task WriteAsync(Dossier dossier)
    {
        await File.WriteAllTextAsync(_folder["dossier.json"], dossier.ToJson().ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));
        await File.WriteAllTextAsync(_folder["dossier.html"], Page(dossier));
    }

    /// <summary>Takes the script out of the page, as its reader does, and runs it.</summary>
    private async Task<(int Status, string Last)> CheckAsync()
    {
        string script = WebUtility.HtmlDecode(Script().Match(await File.ReadAllTextAsync(_folder["dossier.html"])).Groups["script"].Value);
        await File.WriteAllTextAsync(_folder["check.mjs"], script);
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { _folder["check.mjs"], _folder["dossier.json"] } };
        using Process node = Process.Start(start)!;
        (Task<string> output, Task<string> error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, (await output).TrimEnd().Split('\n')[^1] is { Length: > 0 } last ? last : await error);
    }

    [GeneratedRegex("""<pre id="check-script">(?<script>.*?)</pre>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Script();
}
