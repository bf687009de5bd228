using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Cli.Classification;

internal sealed class Classify : CliCommand
{
    private const int MostText = 256 << 20;

    private readonly Argument<string?> _file = new("FILE") { Description = "Any file. What it is is seen in its content.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _text = new("--text") { Description = "Take standard input for plain text." };

    public Classify()
        : base("classify",
            "Finds what is sensitive in a file, offline, and says where and how sure it is. Offsets count UTF-16 units of the extracted text. Exit status 1 "
            + "when a part could not be read: that part may hold anything, and is named on standard error.",
            "rogatory classify statement.csv --json")
    {
        Add(_file);
        Add(_text);
        Validators.Add(line =>
        {
            if (line.GetValue(_text) == line.GetValue(_file) is not null)
                line.AddError("Name a file, or give --text and the text on standard input.");
        });
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        string name = line.GetValue(_file) ?? "standard input";
        await using Stream content = line.GetValue(_text) ? await ReadInputAsync(cancellationToken) : Files.OpenRead(name);
        List<Finding> findings = [];
        ReadingReport report = await screen.WithProgressAsync($"Classifying {name}", content.Length, progress => Task.Run(
            () => Read(content, line.GetValue(_text), findings, progress, cancellationToken), cancellationToken));
        foreach (UnreadPart unread in report.Unread)
            screen.Note($"Unread: {Place(unread.Part, unread.Page, null, null)} ({Word($"{unread.Reason}")}). A person has to look at it.");
        foreach (Breach breach in report.Breaches)
            screen.Note($"Limit met: {Word($"{breach.Kind}")} in {breach.Part}.");
        return new Answer(
            new JsonArray([.. findings.Select(FindingsDocument.Write)]), Describe(findings, report), report.Unread.Count == 0 ? ExitCode.Holds : ExitCode.Breaks);
    }

    private static ReadingReport Read(Stream content, bool isText, List<Finding> findings, Action<long> progress, CancellationToken cancellationToken)
    {
        var classifier = new Classifier(DetectorPack.Standard, finding =>
        {
            findings.Add(finding);
            progress(content.Position);
        });
        ReadingReport report = isText
            ? ItemReader.ReadAsText(content, classifier, new ReadingLimits(), cancellationToken)
            : ItemReader.Read(content, classifier, new ReadingLimits(), cancellationToken);
        classifier.Complete();
        return report;
    }

    private static async Task<Stream> ReadInputAsync(CancellationToken cancellationToken)
    {
        var text = new MemoryStream();
        await using Stream input = Console.OpenStandardInput();
        await Files.CopyAsync(input, (piece, _) =>
        {
            if (text.Length + piece.Length > MostText)
                throw CommandFailedException.Usage($"The text is longer than {PlainText.Size(MostText)}.", "Write it to a file, and classify that.");
            text.Write(piece.Span);
            return ValueTask.CompletedTask;
        }, _ => { }, cancellationToken);
        text.Position = 0;
        return text;
    }

    private static string Describe(List<Finding> findings, ReadingReport report)
    {
        string table = PlainText.Table(findings.Select(one => new[]
        {
            one.Category,
            one.Detector,
            string.Create(CultureInfo.InvariantCulture, $"{one.Confidence:0.00}"),
            Place(one.Locator.Part, one.Locator.Page, one.Locator.Line, one.Locator.Cell),
            string.Create(CultureInfo.InvariantCulture, $"{one.Start}-{one.End}"),
            string.Join("; ", one.Reasons),
        }));
        string read = report.Unread.Count == 0 ? "All of it was read." : "Not all of it could be read: nothing is known of the parts named on standard error.";
        return $"{findings.Count} findings in {report.Parts.Count} parts ({report.Format}). {read}\n{table}";
    }

    private static string Place(string part, int? page, long? line, string? cell) => string.Create(CultureInfo.InvariantCulture,
        $"{part}{(page is { } p ? $" page {p}" : "")}{(line is { } l ? $" line {l}" : "")}{(cell is null ? "" : $" {cell}")}");

    private static string Word(string name) => string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? $"{(at > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
