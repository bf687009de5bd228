using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed partial class DocumentTests
{
    private static readonly string[] Documents = [.. Tree.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("docs/partner-guide.md")]
    [InlineData("functions/README.md")]
    [InlineData("functions/Rogatory.Envelope/FORMAT.md")]
    [InlineData("functions/Rogatory.Ledger/FORMAT.md")]
    public void A_promised_document_is_there(string document) => Assert.Contains(document, Documents);

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var broken =
            from document in Documents
            from Match link in Links().Matches(WithoutBlocks(document))
            let target = link.Groups["target"].Value
            where !target.StartsWith("https://", StringComparison.Ordinal)
            let parts = target.Split('#', 2)
            let path = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0])
            where !Tree.Has(path) || (parts.Length == 2 && !Anchors(path).Contains(parts[1]))
            select $"{document}: {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_path_in_a_document_exists()
    {
        var paths =
            from document in Documents
            from Match code in CodeSpans().Matches(Tree.Read(document))
            let path = code.Groups["code"].Value
            where Paths().IsMatch(path) && !path.StartsWith("artifacts/", StringComparison.Ordinal) && IsOurs(path.Split('/')[0], document)
            select (document, path);
        Assert.NotEmpty(paths);
        Assert.Empty(paths.Where(one => !Tree.Has(one.path) && !Tree.Has(Path.Combine(Path.GetDirectoryName(one.document)!, one.path))));
    }

    [Fact]
    public void Every_command_in_a_document_names_a_script_that_exists_and_options_that_it_knows()
    {
        var commands = Documents.SelectMany(document => Commands().Matches(Tree.Read(document)).Select(command => (document, command))).ToList();
        Assert.NotEmpty(commands);
        foreach (var (document, command) in commands)
        {
            var script = command.Groups["script"].Value;
            Assert.True(Tree.Has(script), $"{document}: {command.Value}");
            // The command line program's own options are tested with it.
            if (script == "scripts/rogatory") continue;
            foreach (Match option in Options().Matches(command.Groups["rest"].Value))
                Assert.True(Tree.Read(script).Contains(option.Value.Trim(), StringComparison.Ordinal), $"{document}: {script} does not know {option.Value.Trim()}");
        }
    }

    [Fact]
    public void The_life_of_an_item_has_a_line_for_each_stage_in_order()
    {
        string[] stages = ["Intake", "Sealing", "Classification", "Risk", "Review", "Transfer", "Disclosure", "Receipt", "Retention"];
        var text = Tree.Read("functions/README.md");
        var life = text[text.IndexOf("## Life of an item", StringComparison.Ordinal)..];
        Assert.Equal(stages, StageLines().Matches(life).Select(line => line.Groups["stage"].Value));
    }

    private static string WithoutBlocks(string document) => Blocks().Replace(Tree.Read(document), "");

    private static bool IsOurs(string first, string document) =>
        Tree.Has(first) || Tree.Has(Path.Combine(Path.GetDirectoryName(document)!, first));

    /// <summary>The anchors that a heading gets where documents are shown: lower case, words joined by hyphens.</summary>
    private static HashSet<string> Anchors(string path) =>
        [.. Headings().Matches(Tree.Read(path)).Select(heading => NotInAnchors().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<!`)`(?<code>[^`\n]+)`(?!`)")]
    private static partial Regex CodeSpans();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+/?$")]
    private static partial Regex Paths();

    [GeneratedRegex(@"(?<![\w/.])(?<script>(scripts|\.ci)/[\w.-]*\w)(?<rest>[^`\n|#]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?<=\s|^|\[)--[a-z-]+")]
    private static partial Regex Options();

    [GeneratedRegex(@"^(?:\d+\.|-) \*\*(?<stage>\w+)\*\*", RegexOptions.Multiline)]
    private static partial Regex StageLines();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
