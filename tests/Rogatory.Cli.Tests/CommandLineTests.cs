using System.CommandLine;
using System.Text.RegularExpressions;

namespace Rogatory.Cli.Tests;

public sealed partial class CommandLineTests
{
    public static TheoryData<string> Names => [.. All(CommandLine.Root).OfType<CliCommand>().Select(CommandLine.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_command_helps_with_an_example_that_it_understands(string name)
    {
        var help = await Ran.Of([.. Words(name), "--help"]);

        Assert.Equal(0, help.Status);
        Assert.Contains("--json", help.Output, StringComparison.Ordinal);
        var example = help.Output[help.Output.IndexOf("Example:", StringComparison.Ordinal)..].Split('\n')[1].Trim();
        Assert.StartsWith(name, example, StringComparison.Ordinal);
        Assert.Empty(CommandLine.Root.Parse(Words(example)).Errors);
    }

    [Fact]
    public void Every_command_in_a_document_is_understood()
    {
        var documents = Directory.EnumerateFiles(Root(), "*.md")
            .Concat(new[] { "functions", "docs" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.md", SearchOption.AllDirectories)));
        var commands = documents.SelectMany(document => Commands().Matches(File.ReadAllText(document)).Select(command => command.Groups["rest"].Value)).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var faults = CommandLine.Root.Parse(Words($"rogatory {command}")).Errors.Select(fault => fault.Message);
            Assert.True(!faults.Any(), $"{command}: {string.Join(' ', faults)}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("keys")]
    [InlineData("nonsense")]
    [InlineData("keys new")]
    [InlineData("keys new --out")]
    [InlineData("ledger verify")]
    [InlineData("ledger verify a b")]
    [InlineData("ledger verify ledger.jsonl --receipt receipt.jws")]
    [InlineData("case list --stage nonsense --token t")]
    [InlineData("case list --due-before yesterday --token t")]
    [InlineData("case decide 7K3Q-F2M9-X4TD --decision maybe --ground g --citation c --reasons r --token t")]
    [InlineData("case show not-a-case --token t")]
    [InlineData("case show 7K3Q-F2M9-X4TD --token t --authority-url nonsense")]
    [InlineData("case show 7K3Q-F2M9-X4TD --token t --authority-url ftp://authority.example")]
    [InlineData("case show 7K3Q-F2M9-X4TD --token t --authority-url http://authority.example")]
    [InlineData("case show 7K3Q-F2M9-X4TD --token t --authority-url https://user:secret@authority.example")]
    [InlineData("request status 7K3Q-F2M9-X4TD --partner Not_A_Partner --key partner.jwk")]
    [InlineData("request status 7K3Q-F2M9-X4TD --partner fr-pnf --key there-is-no-such-file")]
    [InlineData("item read 7K3Q-F2M9-X4TD statement --justification short --out there-is-no-such-folder/file --token t")]
    [InlineData("item read 7K3Q-F2M9-X4TD statement --justification long-enough-a-reason --range 9-3 --out there-is-no-such-folder/file --token t")]
    [InlineData("collect not-a-disclosure --authority a --out o --partner fr-pnf --key k")]
    [InlineData("collect 7K3Q-F2M9-X4TD-1 --authority a")]
    [InlineData("disclosure acknowledge 7K3Q-F2M9-X4TD-1 --done nonsense --authority a --out o")]
    [InlineData("partner propose fr-pnf --name n --jurisdiction ZZ --keys k --token t")]
    [InlineData("partner propose fr-pnf --name n --jurisdiction FR --keys there-is-no-such-file --token t")]
    [InlineData("partner approve fr-pnf one --token t")]
    [InlineData("partner approve Fr-Pnf 1 --token t")]
    [InlineData("partner agree fr-pnf Led37 --instrument i --from 2027-01-01 --until 2028-01-01 --token t")]
    [InlineData("partner agree fr-pnf led37 --instrument i --from yesterday --until 2028-01-01 --token t")]
    [InlineData("partner bind fr-pnf 2026-1 --text there-is-no-such-file --signed-on 2026-11-02 --valid-until 2028-11-01 --token t")]
    public async Task What_cannot_be_used_is_a_usage_error_with_a_cause(string line)
    {
        var ran = await Ran.Of(["--json", .. Words(line)]);

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Equal("", ran.Output);
        Assert.Equal("usage", (string?)ran.Failure["slug"]);
        Assert.NotEqual("", (string?)ran.Failure["cause"]);
    }

    public static TheoryData<string> Moments =>
        [.. from command in All(CommandLine.Root) from option in command.Options where MomentTypes.Contains(option.ValueType) select $"{CommandLine.NameOf(command)} {option.Name}"];

    [Theory]
    [MemberData(nameof(Moments))]
    public void A_day_or_a_time_that_is_none_is_answered_with_the_form_that_is_wanted(string line)
    {
        var option = line.Split(' ')[^1];
        var faults = string.Join(' ', CommandLine.Root.Parse(Words($"{line} yesterday")).Errors.Select(fault => fault.Message));
        Assert.Matches($"{option} is a (day such as 2026-01-31\\.|time such as 2026-01-31T14:30Z or 2026-01-31T15:30\\+01:00, or a day such as 2026-01-31,)", faults);
        Assert.DoesNotContain("System.", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    [InlineData("2026-01-31T14:30Z", "2026-01-31T14:30:00Z")]
    [InlineData("2026-01-31T15:30:10+01:00", "2026-01-31T14:30:10Z")]
    [InlineData("2026-01-31T14:30:10.5Z", "2026-01-31T14:30:10.5Z")]
    [InlineData("2026-01-31T14:30", null)]
    [InlineData("31.1.2026", null)]
    public void A_time_is_read_with_its_offset_from_utc_and_never_without(string typed, string? read)
    {
        var option = new System.CommandLine.Option<DateTimeOffset?>("--at");
        var command = new Command("some") { option };
        Cli.Moments.TeachTo(command);
        var line = command.Parse(["--at", typed]);
        Assert.Equal(read is null, line.Errors.Count > 0);
        if (read is not null)
            Assert.Equal(DateTimeOffset.Parse(read, System.Globalization.CultureInfo.InvariantCulture), line.GetValue(option));
    }

    [Theory]
    [InlineData("case decide", "--decision", "accept", "postpone")]
    [InlineData("case list", "--stage", "review", "intake")]
    [InlineData("disclosure recall", "--measure", "erase", "restrict")]
    [InlineData("officer propose", "--role", "reviewer", "dpo")]
    [InlineData("partner agree", "--purpose", "prosecution", "asset-recovery")]
    [InlineData("partner agree", "--data-category", "bank-records", "trade-union-membership")]
    public async Task The_values_of_an_option_are_named_by_its_help_and_where_another_is_given(string command, string option, string one, string other)
    {
        var help = (await Ran.Of([.. Words(command), "--help"])).Output;
        var refused = (await Ran.Of([.. Words(command), option, "nonsense"])).Error;
        foreach (var text in (string[])[string.Join(' ', help[help.IndexOf(option, StringComparison.Ordinal)..help.IndexOf("Example:", StringComparison.Ordinal)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), refused])
        {
            Assert.Contains(one, text, StringComparison.Ordinal);
            Assert.Contains(other, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_usage_error_says_where_to_read_on()
    {
        var ran = await Ran.Of("ledger", "verify");
        Assert.Contains("See: rogatory ledger verify --help", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_no_file_of_arguments()
    {
        using var folder = new Folder();
        var ran = await Ran.Of("ledger", "verify", $"@{folder.Write("arguments", "--help")}");
        Assert.Contains("Could not find", ran.Error, StringComparison.Ordinal);
    }

    private static readonly Type[] MomentTypes = [typeof(DateOnly), typeof(DateOnly?), typeof(DateTimeOffset), typeof(DateTimeOffset?)];

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    /// <summary>As a shell would split it; what comes after a redirection is the shell's.</summary>
    private static string[] Words(string line) =>
        [.. WordForm().Matches(line.Split(" > ")[0]).Select(word => word.Value.Trim('\'', '"')).Skip(line.StartsWith("rogatory", StringComparison.Ordinal) ? 1 : 0)];

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+")]
    private static partial Regex WordForm();

    [GeneratedRegex(@"^\s*scripts/rogatory (?<rest>.+)$", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
